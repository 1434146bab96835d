/** The caller about himself; what he does not prefer is null. */
export interface Me {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly teams: readonly string[];
  readonly company: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly theme: string | null;
  readonly dateFormat: string | null;
  readonly numberFormat: string | null;
  readonly homePage: string | null;
}

/** Somebody else's sign-in that people may use here. */
export interface Provider {
  readonly name: string;
  readonly title: string;
}

/** What is wrong with one part of what was sent. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** An answer that says no (RFC 9457). */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly errors?: readonly Fault[];
}

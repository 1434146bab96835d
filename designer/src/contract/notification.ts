/** Something that somebody was told. */
export interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string | null;
  readonly priority: "low" | "normal" | "high" | "urgent";
  readonly record: { readonly entity: string; readonly id: string } | null;
  /** How many things of one kind about one record it stands for. */
  readonly count: number;
  readonly updated_at: string;
  readonly read_at: string | null;
  readonly snoozed_until: string | null;
}

/** How somebody wants to be told of things of a kind. */
export interface NotifyWish {
  readonly in_app: boolean;
  readonly mail: "never" | "at_once" | "daily" | "weekly";
}

// Reads like TypeScript's own libraries: what hooks see, beside the entities below.
declare module 'armature' {
  /** The id of a record of an entity. */
  type Id<E extends string> = string & { readonly __entity?: E }

  /** An exact decimal. It cannot be changed; every operation makes another. */
  interface Decimal {
    plus(other: Decimal | string | number): Decimal
    minus(other: Decimal | string | number): Decimal
    times(other: Decimal | string | number): Decimal
    /** To 34 digits where the quotient does not end. */
    div(other: Decimal | string | number): Decimal
    mod(other: Decimal | string | number): Decimal
    round(digits?: number, mode?: 'half-up' | 'half-even' | 'half-down' | 'up' | 'down' | 'ceiling' | 'floor'): Decimal
    negate(): Decimal
    abs(): Decimal
    compare(other: Decimal | string | number): -1 | 0 | 1
    equals(other: Decimal | string | number): boolean
    lessThan(other: Decimal | string | number): boolean
    atMost(other: Decimal | string | number): boolean
    greaterThan(other: Decimal | string | number): boolean
    atLeast(other: Decimal | string | number): boolean
    isZero(): boolean
    sign(): -1 | 0 | 1
    /** Rounded to a number of JavaScript. */
    toNumber(): number
    toFixed(digits: number): string
    toString(): string
    toJSON(): string
  }

  /** As `Temporal` has them. */
  type PlainDate = any
  type PlainTime = any
  type Instant = any
  type Duration = any

  /** The lines of a record: an array that can also add and remove. */
  interface Lines<T> extends ReadonlyArray<T> {
    add(values: { [key: string]: any }): T
    remove(line: T | number): boolean
  }

  interface Database {
    get<E extends keyof Entities>(entity: E, id: string | { id: string } | null): Readonly<Entities[E]> | null
    find<E extends keyof Entities>(entity: E, where?: string | { [K in keyof Entities[E]]?: any } | null,
      options?: { sort?: string, fields?: string, limit?: number, offset?: number, q?: string }): readonly Readonly<Entities[E]>[]
    query<E extends keyof Entities>(entity: E, query: { [key: string]: any }): { data: readonly any[], page: any }
    create<E extends keyof Entities>(entity: E, values: { [K in keyof Entities[E]]?: any }): Readonly<Entities[E]>
    update<E extends keyof Entities>(entity: E, id: string | { id: string }, values: { [K in keyof Entities[E]]?: any }): Readonly<Entities[E]>
    delete<E extends keyof Entities>(entity: E, id: string | { id: string }): void
    /** The same without the caller's rights; the manifest grants it. */
    sudo(): Database
  }

  interface Reply {
    readonly status: number
    readonly ok: boolean
    readonly headers: { readonly [name: string]: string }
    readonly text: string
    json(): any
  }

  interface Http {
    get(url: string, options?: { headers?: { [name: string]: string } }): Reply
    delete(url: string, options?: { headers?: { [name: string]: string } }): Reply
    post(url: string, body?: any, options?: { headers?: { [name: string]: string } }): Reply
    put(url: string, body?: any, options?: { headers?: { [name: string]: string } }): Reply
    patch(url: string, body?: any, options?: { headers?: { [name: string]: string } }): Reply
    request(request: { method?: string, url: string, headers?: { [name: string]: string }, body?: any }): Reply
  }

  interface Files {
    get(id: string | { id: string }): { readonly id: string, readonly name: string, readonly mediaType: string, readonly size: number }
    /** Its content as text in UTF-8. */
    text(id: string | { id: string }): string
    base64(id: string | { id: string }): string
    /** A new file, for a field of a record to name within a day; its id. */
    create(file: { name: string } & ({ text: string } | { json: any } | { base64: string })): string
  }

  interface Context<T = any> {
    readonly user: {
      readonly id: Id<'sys.user'>, readonly username: string, readonly name: string
      readonly roles: readonly string[], readonly groups: readonly string[], readonly teams: readonly string[]
      readonly company: string | null, readonly timeZone: string
      hasRole(role: string): boolean
    }
    readonly tenant: { readonly name: string }
    readonly now: Instant
    readonly today: PlainDate
    readonly locale: string
    readonly dryRun: boolean
    readonly isNew: boolean
    /** The record as it was; null when it is new. */
    readonly before: Readonly<T> | null
    changed(...fields: (keyof T)[]): boolean
    log(...what: any[]): void
    /** The text as the pack's translations say it in the caller's language, or in the one named; `{name}` is a value. */
    t(text: string, values?: { [name: string]: any }, locale?: string): string
    /** Refuses the request: what the user is told, and of which field. */
    refuse(message: string, field?: keyof T): never
    readonly db: Database
    readonly http: Http
    /** Files that the caller may read; the manifest grants it. */
    readonly files: Files
    notify(to: string | string[], title: string | { [locale: string]: string }, more?: any): boolean
    mail(mail: { to: string | string[], files?: string | string[] } & ({ subject: string, text: string, html?: string } | { template: string, record?: any })): boolean
    emit(name: string, details?: { [key: string]: any }): boolean
    /** In jobs: how far it is, in percent, for whoever looks at the run. */
    progress(percent: number): void
    readonly [more: string]: any
  }

  type Hook<T> = (record: T, ctx: Context<T>) => void | Promise<void>
  type Call = (input: any, ctx: Context) => any

  interface Hooks<E extends keyof Entities> {
    entity?: E
    order?: { after?: string[], before?: string[] }
    beforeValidate?: Hook<Entities[E]>
    beforeSave?: Hook<Entities[E]>
    afterSave?: Hook<Entities[E]>
    beforeDelete?: Hook<Entities[E]>
    afterDelete?: Hook<Entities[E]>
    /** What is shown of a record that was read; only what was asked for is there. */
    onRead?: (record: Partial<Entities[E]>, ctx: Context) => void | Promise<void>
    beforeTransition?: { [name: string]: Hook<Entities[E]> }
    afterTransition?: { [name: string]: Hook<Entities[E]> }
    job?: { [name: string]: Call }
    import?: { [name: string]: Call }
    action?: { [name: string]: Call | { title?: string, params?: any, returns?: any, run: Call } }
    [name: string]: any
  }
}

declare function Decimal(value: import('armature').Decimal | string | number): import('armature').Decimal
declare const Temporal: any
declare const console: { log(...what: any[]): void, info(...what: any[]): void, warn(...what: any[]): void, error(...what: any[]): void, debug(...what: any[]): void }

// Made by `npm run types`. Change what it is made of instead.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Assignment
         * @description To whom records go that nobody has: `assignments/<name>.yaml`.
         */
        readonly assignment: {
            /** @description What people call it. */
            readonly title?: string;
            /** @description Of which records. */
            readonly entity: components["schemas"]["common"]["$defs"]["entity"];
            /** @description The field, a link to a user, that names who has a record. The rule is asked whenever a record is written while it is empty. */
            readonly field: components["schemas"]["common"]["$defs"]["name"];
            /** @description Which records: `source == 'web' && status == 'new'`. */
            readonly when?: components["schemas"]["common"]["$defs"]["expression"];
            /**
             * @description How one is chosen: one after the other, whoever has the fewest open records, or by what the record says.
             * @default roundRobin
             * @enum {string}
             */
            readonly by: "roundRobin" | "leastLoaded" | "expression";
            /** @description The role whose holders can be chosen. */
            readonly role?: components["schemas"]["common"]["$defs"]["entity"];
            /** @description The group whose members can be chosen. */
            readonly group?: string;
            /** @description With `by: expression`: who, such as `customer.account_manager`. */
            readonly user?: components["schemas"]["common"]["$defs"]["expression"];
            /** @description With `by: leastLoaded`: by which values of fields a record counts as work, such as `status: [new, open]`. All records count when absent. */
            readonly open?: {
                readonly [key: string]: components["schemas"]["common"]["$defs"]["texts"];
            };
        };
        /**
         * Choices
         * @description A shared list of options: `choices/<name>.yaml`.
         */
        readonly choices: {
            /** @description What people call the list. */
            readonly title?: string;
            /** @description What it is for. */
            readonly description?: string;
            /** @description The options. */
            readonly options: components["schemas"]["common"]["$defs"]["options"];
        };
        /**
         * Common parts
         * @description Parts that the schemas of several kinds share.
         */
        readonly common: {
            $defs: {
                /** @description A name. Lower-case letters, digits and underscores, beginning with a letter. */
                readonly name: string;
                /** @description An entity. An entity: its name in this pack, or pack.entity. */
                readonly entity: string;
                /** @description A field. A field, or a path over links: country.name. */
                readonly path: string;
                /** @description An expression in CEL syntax, such as `status == 'open' && amount > 100`. */
                readonly expression: string;
                /** @description `true`, `false`, or an expression. */
                readonly condition: boolean | string;
                /** @description One text, or a list of texts. */
                readonly texts: string | readonly string[];
                /** @description Who this is for: roles. Everybody when absent. */
                readonly roles: readonly string[];
                /** @description The name of an icon of the SAP icon font, such as `customer`. */
                readonly icon: string;
                /** @description A colour: `#1e90ff`, or a meaning: `positive`, `negative`, `warning`, `information`, `neutral`. */
                readonly color: string;
                /** @description A span of time. An ISO 8601 duration of days, hours, minutes and seconds: P2D, PT72H. */
                readonly duration: string;
                /** @description The order: fields, with `-` before them for descending. */
                readonly sort: string | readonly string[];
                /**
                 * @description How numbers are drawn.
                 * @enum {string}
                 */
                readonly chart: "table" | "bar" | "column" | "line" | "area" | "pie" | "donut" | "number" | "funnel" | "heatmap" | "scatter";
                /** @description The options: a list of keys, a mapping of keys to titles or to `{ title, color, icon, help }`, or the name of a shared list. */
                readonly options: readonly (string | number | boolean)[] | {
                    readonly [key: string]: string | {
                        /** @description What people see. */
                        readonly title?: string;
                        readonly color?: components["schemas"]["common"]["$defs"]["color"];
                        readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
                        /** @description What it means. */
                        readonly help?: string;
                    } | number;
                } | string;
                /** @description Fields by which full-text search finds records, each with a weight from A to D. */
                readonly search: {
                    readonly [key: string]: "A" | "B" | "C" | "D";
                };
                /** @description Indexes to speed up lists: each a list of fields. */
                readonly indexes: readonly (readonly components["schemas"]["common"]["$defs"]["path"][])[];
                /** @description Rules that every record keeps. */
                readonly constraints: readonly {
                    /** @description An expression that may not be false. */
                    readonly check?: components["schemas"]["common"]["$defs"]["expression"];
                    /** @description What to tell the user when it is false. */
                    readonly message?: string;
                    /** @description Fields whose values together occur once. */
                    readonly unique?: readonly components["schemas"]["common"]["$defs"]["name"][];
                }[];
            };
        };
        /**
         * Connector
         * @description A foreign system that answers for virtual entities: `connectors/<name>.yaml`.
         */
        readonly connector: {
            /** @description What people call it. */
            readonly title?: string;
            /**
             * @description How it speaks.
             * @enum {string}
             */
            readonly type: "rest" | "odata" | "jdbc" | "graphql" | "file";
            /** @description How it is reached. */
            readonly settings: Record<string, never>;
            /** @description By virtual entity. */
            readonly entities?: {
                readonly [key: string]: Record<string, never>;
            };
        };
        /**
         * Dashboard
         * @description Several reports on one screen: `dashboards/<name>.yaml`.
         */
        readonly dashboard: {
            /** @description What people call it. */
            readonly title: string;
            readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
            /** @description The parts, in order. */
            readonly cards: readonly {
                /** @description The report: its name in this pack, or pack.report. */
                readonly report: string;
                /** @description What stands above it. */
                readonly title?: string;
                readonly chart?: components["schemas"]["common"]["$defs"]["chart"];
                /**
                 * @description In twelfths of the screen.
                 * @default 6
                 */
                readonly width: number;
                /**
                 * @description In rows.
                 * @default 4
                 */
                readonly height: number;
            }[];
        };
        /**
         * Data
         * @description Records that a pack brings: `data/<entity>.yaml`; `data/demo/<entity>.yaml` for records to try it with.
         */
        readonly data: {
            /** @description The records, in the order in which they are written. */
            readonly records: readonly Record<string, never>[];
        };
        /**
         * Entity
         * @description A table-like type: `entities/<name>.yaml`.
         */
        readonly entity: {
            /** @description What people call one record. */
            readonly title?: string;
            /** @description What people call several records. */
            readonly plural?: string;
            /** @description What it is for. */
            readonly description?: string;
            readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
            readonly color?: components["schemas"]["common"]["$defs"]["color"];
            /** @description The entity it builds on: an abstract one gives its fields, a concrete one shares its record. */
            readonly extends?: components["schemas"]["common"]["$defs"]["entity"];
            /** @description What a link to a record shows: a field, or an expression. */
            readonly label?: string;
            /** @description Numbers records by themselves. */
            readonly number?: {
                /** @description The text field that receives the number. */
                readonly field: components["schemas"]["common"]["$defs"]["name"];
                /** @description The number: texts, `{yyyy}`, `{yy}`, `{MM}`, `{dd}`, fields in braces, and one counter such as `{####}`. */
                readonly pattern: string;
                /** @description A field that chooses the pattern, such as the series that a person picks. */
                readonly by?: components["schemas"]["common"]["$defs"]["name"];
                /** @description The patterns by the values of the field `by`. Each counts for itself; `pattern` is for other values. */
                readonly patterns?: {
                    readonly [key: string]: string;
                };
                /** @description Fields that each have a counter of their own. */
                readonly per?: string | readonly components["schemas"]["common"]["$defs"]["name"][];
                /**
                 * @description Never skips a number, which costs a lock for each counter.
                 * @default false
                 */
                readonly gapless: boolean;
            };
            /** @description What the entity does beyond holding fields. */
            readonly features?: {
                /**
                 * @description Keeps who changed what.
                 * @default true
                 */
                readonly audit: boolean;
                /**
                 * @description A deleted record can be restored.
                 * @default true
                 */
                readonly softDelete: boolean;
                /**
                 * @description People may comment on records.
                 * @default true
                 */
                readonly comments: boolean;
                /**
                 * @description People may attach files to records.
                 * @default true
                 */
                readonly attachments: boolean;
                /**
                 * @description Records have a parent of the same entity.
                 * @default false
                 */
                readonly tree: boolean;
                /**
                 * @description Records belong to a company.
                 * @default false
                 */
                readonly company: boolean;
            };
            readonly search?: components["schemas"]["common"]["$defs"]["search"];
            /** @description The fields, in the order of forms and lists. */
            readonly fields: {
                readonly [key: string]: components["schemas"]["field"]["$defs"]["field"];
            };
            readonly constraints?: components["schemas"]["common"]["$defs"]["constraints"];
            readonly indexes?: components["schemas"]["common"]["$defs"]["indexes"];
            /** @description The fields of the natural key. */
            readonly key?: string | readonly components["schemas"]["common"]["$defs"]["name"][];
            readonly sort?: components["schemas"]["common"]["$defs"]["sort"];
            /**
             * @description Has no table: only fields for others to take.
             * @default false
             */
            readonly abstract: boolean;
            /**
             * @description Has one record only: settings.
             * @default false
             */
            readonly single: boolean;
            /**
             * @description Records are drafted, submitted and cancelled.
             * @default false
             */
            readonly document: boolean;
            /**
             * @description Has no table: a connector or a hook answers.
             * @default false
             */
            readonly virtual: boolean;
            /**
             * @description Everybody may see the label of a record through links.
             * @default false
             */
            readonly public: boolean;
            /** @description Former names, oldest first, so that a rename keeps its data; `pack.name` for one that it had in another pack. */
            readonly renamedFrom?: readonly components["schemas"]["common"]["$defs"]["entity"][];
            /** @description What an import from Frappe keeps for an export. It means nothing to the engine. */
            readonly "x-frappe"?: components["schemas"]["frappe"]["$defs"]["doctype"];
        };
        /**
         * Extension
         * @description Changes to another pack's entity: `extensions/<name>.yaml`.
         */
        readonly extension: {
            /** @description The entity to change. The full name of an entity: pack.entity. */
            readonly extend: string;
            /** @description What people call one record. */
            readonly title?: string;
            /** @description What people call several records. */
            readonly plural?: string;
            readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
            /** @description What a link to a record shows: a field, or an expression. */
            readonly label?: string;
            /** @description What the entity does beyond holding fields. */
            readonly features?: {
                /**
                 * @description Keeps who changed what.
                 * @default true
                 */
                readonly audit: boolean;
                /**
                 * @description A deleted record can be restored.
                 * @default true
                 */
                readonly softDelete: boolean;
                /**
                 * @description People may comment on records.
                 * @default true
                 */
                readonly comments: boolean;
                /**
                 * @description People may attach files to records.
                 * @default true
                 */
                readonly attachments: boolean;
                /**
                 * @description Records have a parent of the same entity.
                 * @default false
                 */
                readonly tree: boolean;
                /**
                 * @description Records belong to a company.
                 * @default false
                 */
                readonly company: boolean;
            };
            readonly sort?: components["schemas"]["common"]["$defs"]["sort"];
            readonly search?: components["schemas"]["common"]["$defs"]["search"];
            /** @description New fields. */
            readonly fields?: {
                readonly [key: string]: components["schemas"]["field"]["$defs"]["field"];
            };
            /** @description Properties to set on existing fields, by field. */
            readonly override?: {
                readonly [key: string]: components["schemas"]["field"]["$defs"]["change"];
            };
            /** @description What the overridden properties were when they were changed, by field. Kept by the designer, so that upgrades can merge. */
            readonly base?: {
                readonly [key: string]: Record<string, never>;
            };
            /** @description Changes of views, by the view's name or kind. */
            readonly views?: {
                readonly [key: string]: readonly {
                    /** @description The field to add. */
                    readonly add?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description The field, or the name of a tab or section, to hide. */
                    readonly hide?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description The field to move. */
                    readonly move?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description The field to change in this view. */
                    readonly set?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description Before which other one. */
                    readonly before?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description After which other one. */
                    readonly after?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description Into which tab or section. */
                    readonly into?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description What people call it. Made from the name when absent. */
                    readonly title?: string;
                    /** @description Whether it shows; an expression where that depends on the record. */
                    readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Whether it cannot be written; an expression where that depends on the record. */
                    readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Whether it must have a value; an expression where that depends on the record. */
                    readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description How wide it is in lists, in characters. */
                    readonly width?: number;
                    /** @description The widget that shows it, when not the usual one of its type. */
                    readonly widget?: string;
                    /** @description A sentence that explains it to the user. */
                    readonly help?: string;
                }[];
            };
            readonly constraints?: components["schemas"]["common"]["$defs"]["constraints"];
            readonly indexes?: components["schemas"]["common"]["$defs"]["indexes"];
        };
        /**
         * Field
         * @description A field of an entity, and what an extension may change of one.
         */
        readonly field: {
            $defs: {
                /** @description A field: its type and properties, or for short only its type. */
                readonly field: (({
                    /**
                     * @description What the field holds.
                     *     - `text`: A text of one line.
                     *     - `longText`: A text of many lines.
                     *     - `markdown`: A text with Markdown marks.
                     *     - `html`: A text with HTML marks.
                     *     - `code`: A source text.
                     *     - `integer`: A whole number.
                     *     - `decimal`: An exact decimal number.
                     *     - `money`: An amount of money.
                     *     - `percent`: A percentage: 12.5 is 12.5 %.
                     *     - `boolean`: Yes or no.
                     *     - `date`: A day.
                     *     - `time`: A time of day.
                     *     - `dateTime`: A moment.
                     *     - `duration`: A span of time.
                     *     - `email`: An e-mail address.
                     *     - `phone`: A telephone number.
                     *     - `url`: A web address.
                     *     - `color`: A colour: #1e90ff.
                     *     - `rating`: Stars.
                     *     - `choice`: One of some options.
                     *     - `choices`: Some of some options.
                     *     - `link`: A link to a record.
                     *     - `links`: Links to several records.
                     *     - `linkAny`: A link to a record of any entity.
                     *     - `lines`: Owned children, saved with their parent.
                     *     - `lookup`: The value of a field of a linked record.
                     *     - `formula`: A computed value, whose type follows from the formula.
                     *     - `file`: A file.
                     *     - `files`: Several files.
                     *     - `image`: A picture.
                     *     - `signature`: A drawn signature.
                     *     - `barcode`: The text behind a barcode.
                     *     - `geo`: A place or shape on the globe.
                     *     - `json`: Any JSON.
                     *     - `secret`: A text kept encrypted.
                     *     - `password`: A password: written, never read.
                     *     - `user`: A link to a user.
                     * @enum {string}
                     */
                    readonly type: "text" | "longText" | "markdown" | "html" | "code" | "integer" | "decimal" | "money" | "percent" | "boolean" | "date" | "time" | "dateTime" | "duration" | "email" | "phone" | "url" | "color" | "rating" | "choice" | "choices" | "link" | "links" | "linkAny" | "lines" | "lookup" | "formula" | "file" | "files" | "image" | "signature" | "barcode" | "geo" | "json" | "secret" | "password" | "user";
                    /** @description What people call it. Made from the name when absent. */
                    readonly title?: string;
                    /** @description Another word for `title`. */
                    readonly label?: string;
                    /** @description A sentence that explains it to the user. */
                    readonly help?: string;
                    /** @description An example shown while it is empty. */
                    readonly placeholder?: string;
                    /** @description Whether it must have a value; an expression where that depends on the record. */
                    readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                    /**
                     * @description Whether a value may occur once only.
                     * @default false
                     */
                    readonly unique: boolean;
                    /**
                     * @description Whether lists are filtered or sorted by it often.
                     * @default false
                     */
                    readonly index: boolean;
                    /** @description The value of a new record that gives none: a constant, or an expression such as `today()`. For a link also a unique key of the other record: `{ code: EUR }`, its values constants or, with `=`, expressions. */
                    readonly default?: unknown;
                    /** @description Computes the value, which cannot be written then. */
                    readonly formula?: components["schemas"]["common"]["$defs"]["expression"];
                    /**
                     * @description Keeps the value of a formula in a column, computed when the record is written.
                     * @default false
                     */
                    readonly stored: boolean;
                    /** @description Fills the field when a link is chosen. */
                    readonly copy?: {
                        /** @description What is copied: a path that begins with a link. */
                        readonly from: components["schemas"]["common"]["$defs"]["path"];
                        /**
                         * @description `empty`: only into an empty field; `always`: each time the link changes.
                         * @default empty
                         * @enum {string}
                         */
                        readonly when: "empty" | "always";
                    };
                    /** @description Whether it cannot be written; an expression where that depends on the record. */
                    readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                    /**
                     * @description Whether it can be written once and never changed.
                     * @default false
                     */
                    readonly setOnce: boolean;
                    /**
                     * @description Whether it can be changed once a document is submitted.
                     * @enum {string}
                     */
                    readonly afterSubmit?: "editable";
                    /**
                     * @description How its values are treated in masks, logs, exports and erasure.
                     * @enum {string}
                     */
                    readonly sensitivity?: "internal" | "personal" | "secret";
                    /**
                     * @description Whether it shows nowhere unless a view names it.
                     * @default false
                     */
                    readonly hidden: boolean;
                    /** @description Whether it shows; an expression where that depends on the record. */
                    readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description How wide it is in lists, in characters. */
                    readonly width?: number;
                    /**
                     * @description Whether it is a column of the list that is made without a view.
                     * @default false
                     */
                    readonly inList: boolean;
                    /** @description The widget that shows it, when not the usual one of its type. */
                    readonly widget?: string;
                    /**
                     * @description Keeps a text for each language.
                     * @default false
                     */
                    readonly translated: boolean;
                    /** @description Former names, oldest first, so that a rename keeps its data. */
                    readonly renamedFrom?: readonly components["schemas"]["common"]["$defs"]["name"][];
                    /** @description What an import from Frappe keeps for an export. It means nothing to the engine. */
                    readonly "x-frappe"?: components["schemas"]["frappe"]["$defs"]["field"];
                    /** @description How the linked records call the records that link to them. Made from the plural of the entity when absent. */
                    readonly inverse?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description The least: value, length or count, as the type has it. */
                    readonly min?: number | string;
                    /** @description The most: value, length or count, as the type has it. */
                    readonly max?: number | string;
                    /** @description A regular expression (RE2) that the whole text must match. */
                    readonly pattern?: string;
                    /** @description What to tell the user when the text does not match the pattern. */
                    readonly patternMessage?: string;
                    /** @description How many lines the widget shows. */
                    readonly rows?: number;
                    /** @description The language of the source text, such as `sql` or `javascript`. */
                    readonly language?: string;
                    /** @description The decimal places: more are refused, fewer are filled with zeros. */
                    readonly digits?: number;
                    /** @description The unit shown behind the number, such as `kg`. */
                    readonly unit?: string;
                    /** @description What links to the currency of the amount: a field, or a path such as `company.currency`. */
                    readonly currency?: components["schemas"]["common"]["$defs"]["path"];
                    readonly options?: components["schemas"]["common"]["$defs"]["options"];
                    /** @description The entity it links to; for `linkAny` a list of those allowed. */
                    readonly to?: string | readonly components["schemas"]["common"]["$defs"]["entity"][];
                    /**
                     * @description What happens when the linked record is deleted for good: the deletion is refused, the link becomes empty, or this record goes too.
                     * @default restrict
                     * @enum {string}
                     */
                    readonly onDelete: "restrict" | "clear" | "cascade";
                    /** @description Which records can be chosen: an expression over them; `record` is the record that links. */
                    readonly filter?: components["schemas"]["common"]["$defs"]["expression"];
                    /** @description The entity whose records are the lines. */
                    readonly of?: components["schemas"]["common"]["$defs"]["entity"];
                    /** @description The field of the line that links back. Found or made by itself when absent. */
                    readonly by?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description The value to show: a path that begins with a link, such as `country.name`. */
                    readonly from?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description Which files: media types or endings, such as `image/*` or `.pdf`. */
                    readonly accept?: components["schemas"]["common"]["$defs"]["texts"];
                    /** @description How large a file may be, in bytes. */
                    readonly maxSize?: number;
                    /**
                     * @description The kind of barcode.
                     * @enum {string}
                     */
                    readonly format?: "code128" | "ean13" | "ean8" | "qr" | "datamatrix" | "pdf417";
                } & (unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown)) | (string & (unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown))) & (unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown);
                /** @description Properties to set on an existing field. */
                readonly change: {
                    /** @description What people call it. Made from the name when absent. */
                    readonly title?: string;
                    /** @description Another word for `title`. */
                    readonly label?: string;
                    /** @description A sentence that explains it to the user. */
                    readonly help?: string;
                    /** @description An example shown while it is empty. */
                    readonly placeholder?: string;
                    /** @description Whether it must have a value; an expression where that depends on the record. */
                    readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                    /**
                     * @description Whether a value may occur once only.
                     * @default false
                     */
                    readonly unique: boolean;
                    /**
                     * @description Whether lists are filtered or sorted by it often.
                     * @default false
                     */
                    readonly index: boolean;
                    /** @description The value of a new record that gives none: a constant, or an expression such as `today()`. For a link also a unique key of the other record: `{ code: EUR }`, its values constants or, with `=`, expressions. */
                    readonly default?: unknown;
                    /** @description Computes the value, which cannot be written then. */
                    readonly formula?: components["schemas"]["common"]["$defs"]["expression"];
                    /**
                     * @description Keeps the value of a formula in a column, computed when the record is written.
                     * @default false
                     */
                    readonly stored: boolean;
                    /** @description Fills the field when a link is chosen. */
                    readonly copy?: {
                        /** @description What is copied: a path that begins with a link. */
                        readonly from: components["schemas"]["common"]["$defs"]["path"];
                        /**
                         * @description `empty`: only into an empty field; `always`: each time the link changes.
                         * @default empty
                         * @enum {string}
                         */
                        readonly when: "empty" | "always";
                    };
                    /** @description Whether it cannot be written; an expression where that depends on the record. */
                    readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                    /**
                     * @description Whether it can be written once and never changed.
                     * @default false
                     */
                    readonly setOnce: boolean;
                    /**
                     * @description Whether it can be changed once a document is submitted.
                     * @enum {string}
                     */
                    readonly afterSubmit?: "editable";
                    /**
                     * @description How its values are treated in masks, logs, exports and erasure.
                     * @enum {string}
                     */
                    readonly sensitivity?: "internal" | "personal" | "secret";
                    /**
                     * @description Whether it shows nowhere unless a view names it.
                     * @default false
                     */
                    readonly hidden: boolean;
                    /** @description Whether it shows; an expression where that depends on the record. */
                    readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description How wide it is in lists, in characters. */
                    readonly width?: number;
                    /**
                     * @description Whether it is a column of the list that is made without a view.
                     * @default false
                     */
                    readonly inList: boolean;
                    /** @description The widget that shows it, when not the usual one of its type. */
                    readonly widget?: string;
                    /**
                     * @description Keeps a text for each language.
                     * @default false
                     */
                    readonly translated: boolean;
                    /** @description Former names, oldest first, so that a rename keeps its data. */
                    readonly renamedFrom?: readonly components["schemas"]["common"]["$defs"]["name"][];
                    /** @description What an import from Frappe keeps for an export. It means nothing to the engine. */
                    readonly "x-frappe"?: components["schemas"]["frappe"]["$defs"]["field"];
                    /** @description How the linked records call the records that link to them. Made from the plural of the entity when absent. */
                    readonly inverse?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description The least: value, length or count, as the type has it. */
                    readonly min?: number | string;
                    /** @description The most: value, length or count, as the type has it. */
                    readonly max?: number | string;
                    /** @description A regular expression (RE2) that the whole text must match. */
                    readonly pattern?: string;
                    /** @description What to tell the user when the text does not match the pattern. */
                    readonly patternMessage?: string;
                    /** @description How many lines the widget shows. */
                    readonly rows?: number;
                    /** @description The language of the source text, such as `sql` or `javascript`. */
                    readonly language?: string;
                    /** @description The decimal places: more are refused, fewer are filled with zeros. */
                    readonly digits?: number;
                    /** @description The unit shown behind the number, such as `kg`. */
                    readonly unit?: string;
                    /** @description What links to the currency of the amount: a field, or a path such as `company.currency`. */
                    readonly currency?: components["schemas"]["common"]["$defs"]["path"];
                    readonly options?: components["schemas"]["common"]["$defs"]["options"];
                    /** @description The entity it links to; for `linkAny` a list of those allowed. */
                    readonly to?: string | readonly components["schemas"]["common"]["$defs"]["entity"][];
                    /**
                     * @description What happens when the linked record is deleted for good: the deletion is refused, the link becomes empty, or this record goes too.
                     * @default restrict
                     * @enum {string}
                     */
                    readonly onDelete: "restrict" | "clear" | "cascade";
                    /** @description Which records can be chosen: an expression over them; `record` is the record that links. */
                    readonly filter?: components["schemas"]["common"]["$defs"]["expression"];
                    /** @description The entity whose records are the lines. */
                    readonly of?: components["schemas"]["common"]["$defs"]["entity"];
                    /** @description The field of the line that links back. Found or made by itself when absent. */
                    readonly by?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description The value to show: a path that begins with a link, such as `country.name`. */
                    readonly from?: components["schemas"]["common"]["$defs"]["path"];
                    /** @description Which files: media types or endings, such as `image/*` or `.pdf`. */
                    readonly accept?: components["schemas"]["common"]["$defs"]["texts"];
                    /** @description How large a file may be, in bytes. */
                    readonly maxSize?: number;
                    /**
                     * @description The kind of barcode.
                     * @enum {string}
                     */
                    readonly format?: "code128" | "ean13" | "ean8" | "qr" | "datamatrix" | "pdf417";
                };
            };
        };
        /**
         * Frappe
         * @description What an import from Frappe keeps of a DocType, so that an export gives it back. It means nothing to the engine.
         */
        readonly frappe: {
            $defs: {
                /** @description What the field says in Frappe beyond what is said here. */
                readonly field: {
                    /** @description The property `_assign` of a DocField. */
                    readonly _assign?: string | number;
                    /** @description The property `_comments` of a DocField. */
                    readonly _comments?: string | number;
                    /** @description The property `_liked_by` of a DocField. */
                    readonly _liked_by?: string | number;
                    /** @description The property `_user_tags` of a DocField. */
                    readonly _user_tags?: string | number;
                    /** @description The property `alignment` of a DocField. */
                    readonly alignment?: string | number;
                    /** @description The flag `allow_bulk_edit` of a DocField. */
                    readonly allow_bulk_edit?: boolean;
                    /** @description The flag `allow_dynamic_links` of a DocField. */
                    readonly allow_dynamic_links?: boolean;
                    /** @description The flag `allow_in_quick_entry` of a DocField. */
                    readonly allow_in_quick_entry?: boolean;
                    /** @description The flag `allow_on_submit` of a DocField. */
                    readonly allow_on_submit?: boolean;
                    /** @description The flag `bold` of a DocField. */
                    readonly bold?: boolean;
                    /** @description The property `button_color` of a DocField. */
                    readonly button_color?: string | number;
                    /** @description The flag `collapsible` of a DocField. */
                    readonly collapsible?: boolean;
                    /** @description The property `collapsible_depends_on` of a DocField. */
                    readonly collapsible_depends_on?: string | number;
                    /** @description The property `columns` of a DocField. */
                    readonly columns?: string | number;
                    /** @description The property `creation` of a DocField. */
                    readonly creation?: string | number;
                    /** @description The property `default` of a DocField. */
                    readonly default?: string | number;
                    /** @description The property `depends_on` of a DocField. */
                    readonly depends_on?: string | number;
                    /** @description The property `description` of a DocField. */
                    readonly description?: string | number;
                    /** @description The property `docstatus` of a DocField. */
                    readonly docstatus?: string | number;
                    /** @description The property `documentation_url` of a DocField. */
                    readonly documentation_url?: string | number;
                    /** @description The property `dt` of a DocField. */
                    readonly dt?: string | number;
                    /** @description The property `fetch_from` of a DocField. */
                    readonly fetch_from?: string | number;
                    /** @description The flag `fetch_if_empty` of a DocField. */
                    readonly fetch_if_empty?: boolean;
                    /** @description The property `fieldname` of a DocField. */
                    readonly fieldname?: string | number;
                    /** @description The property `fieldtype` of a DocField. */
                    readonly fieldtype?: string | number;
                    /** @description The flag `hidden` of a DocField. */
                    readonly hidden?: boolean;
                    /** @description The flag `hide_border` of a DocField. */
                    readonly hide_border?: boolean;
                    /** @description The flag `hide_days` of a DocField. */
                    readonly hide_days?: boolean;
                    /** @description The flag `hide_seconds` of a DocField. */
                    readonly hide_seconds?: boolean;
                    /** @description The flag `hide_toolbar` of a DocField. */
                    readonly hide_toolbar?: boolean;
                    /** @description The property `icon` of a DocField. */
                    readonly icon?: string | number;
                    /** @description The property `idx` of a DocField. */
                    readonly idx?: string | number;
                    /** @description The flag `ignore_user_permissions` of a DocField. */
                    readonly ignore_user_permissions?: boolean;
                    /** @description The flag `ignore_xss_filter` of a DocField. */
                    readonly ignore_xss_filter?: boolean;
                    /** @description The flag `in_filter` of a DocField. */
                    readonly in_filter?: boolean;
                    /** @description The flag `in_global_search` of a DocField. */
                    readonly in_global_search?: boolean;
                    /** @description The flag `in_list_view` of a DocField. */
                    readonly in_list_view?: boolean;
                    /** @description The flag `in_preview` of a DocField. */
                    readonly in_preview?: boolean;
                    /** @description The flag `in_standard_filter` of a DocField. */
                    readonly in_standard_filter?: boolean;
                    /** @description The property `insert_after` of a DocField. */
                    readonly insert_after?: string | number;
                    /** @description The flag `is_custom_field` of a DocField. */
                    readonly is_custom_field?: boolean;
                    /** @description The flag `is_system_generated` of a DocField. */
                    readonly is_system_generated?: boolean;
                    /** @description The flag `is_virtual` of a DocField. */
                    readonly is_virtual?: boolean;
                    /** @description The property `label` of a DocField. */
                    readonly label?: string | number;
                    /** @description The property `length` of a DocField. */
                    readonly length?: string | number;
                    /** @description The property `link_filters` of a DocField. */
                    readonly link_filters?: string | number;
                    /** @description The flag `link_to_single` of a DocField. */
                    readonly link_to_single?: boolean;
                    /** @description The flag `make_attachment_public` of a DocField. */
                    readonly make_attachment_public?: boolean;
                    /** @description The property `mandatory_depends_on` of a DocField. */
                    readonly mandatory_depends_on?: string | number;
                    /** @description The flag `mask` of a DocField. */
                    readonly mask?: boolean;
                    /** @description The property `max_height` of a DocField. */
                    readonly max_height?: string | number;
                    /** @description The property `max_value` of a DocField. */
                    readonly max_value?: string | number;
                    /** @description The property `min_value` of a DocField. */
                    readonly min_value?: string | number;
                    /** @description The property `modified` of a DocField. */
                    readonly modified?: string | number;
                    /** @description The property `modified_by` of a DocField. */
                    readonly modified_by?: string | number;
                    /** @description The property `module` of a DocField. */
                    readonly module?: string | number;
                    /** @description The property `name` of a DocField. */
                    readonly name?: string | number;
                    /** @description The flag `no_copy` of a DocField. */
                    readonly no_copy?: boolean;
                    /** @description The flag `non_negative` of a DocField. */
                    readonly non_negative?: boolean;
                    /** @description The flag `not_nullable` of a DocField. */
                    readonly not_nullable?: boolean;
                    /** @description The property `oldfieldname` of a DocField. */
                    readonly oldfieldname?: string | number;
                    /** @description The property `oldfieldtype` of a DocField. */
                    readonly oldfieldtype?: string | number;
                    /** @description The property `options` of a DocField. */
                    readonly options?: string | number;
                    /** @description The property `owner` of a DocField. */
                    readonly owner?: string | number;
                    /** @description The property `parent` of a DocField. */
                    readonly parent?: string | number;
                    /** @description The property `parentfield` of a DocField. */
                    readonly parentfield?: string | number;
                    /** @description The property `parenttype` of a DocField. */
                    readonly parenttype?: string | number;
                    /** @description The property `permlevel` of a DocField. */
                    readonly permlevel?: string | number;
                    /** @description The property `placeholder` of a DocField. */
                    readonly placeholder?: string | number;
                    /** @description The property `precision` of a DocField. */
                    readonly precision?: string | number;
                    /** @description The flag `print_hide` of a DocField. */
                    readonly print_hide?: boolean;
                    /** @description The flag `print_hide_if_no_value` of a DocField. */
                    readonly print_hide_if_no_value?: boolean;
                    /** @description The property `print_width` of a DocField. */
                    readonly print_width?: string | number;
                    /** @description The flag `read_only` of a DocField. */
                    readonly read_only?: boolean;
                    /** @description The property `read_only_depends_on` of a DocField. */
                    readonly read_only_depends_on?: string | number;
                    /** @description The flag `remember_last_selected_value` of a DocField. */
                    readonly remember_last_selected_value?: boolean;
                    /** @description The flag `report_hide` of a DocField. */
                    readonly report_hide?: boolean;
                    /** @description The flag `reqd` of a DocField. */
                    readonly reqd?: boolean;
                    /** @description The property `rows` of a DocField. */
                    readonly rows?: string | number;
                    /** @description The flag `search_index` of a DocField. */
                    readonly search_index?: boolean;
                    /** @description The flag `set_only_once` of a DocField. */
                    readonly set_only_once?: boolean;
                    /** @description The flag `show_dashboard` of a DocField. */
                    readonly show_dashboard?: boolean;
                    /** @description The flag `show_days` of a DocField. */
                    readonly show_days?: boolean;
                    /** @description The flag `show_on_timeline` of a DocField. */
                    readonly show_on_timeline?: boolean;
                    /** @description The flag `show_seconds` of a DocField. */
                    readonly show_seconds?: boolean;
                    /** @description The flag `sort_options` of a DocField. */
                    readonly sort_options?: boolean;
                    /** @description The flag `sticky` of a DocField. */
                    readonly sticky?: boolean;
                    /** @description The flag `translatable` of a DocField. */
                    readonly translatable?: boolean;
                    /** @description The flag `trigger` of a DocField. */
                    readonly trigger?: boolean;
                    /** @description The flag `unique` of a DocField. */
                    readonly unique?: boolean;
                    /** @description The property `width` of a DocField. */
                    readonly width?: string | number;
                };
                /** @description What the DocType says in Frappe beyond what is said here. */
                readonly doctype: {
                    /** @description The property `_assign` of the DocType. */
                    readonly _assign?: string | number;
                    /** @description The property `_comments` of the DocType. */
                    readonly _comments?: string | number;
                    /** @description The property `_liked_by` of the DocType. */
                    readonly _liked_by?: string | number;
                    /** @description The property `_user_tags` of the DocType. */
                    readonly _user_tags?: string | number;
                    /** @description The actions in the menu of a record. */
                    readonly actions?: readonly {
                        readonly [key: string]: string | number | boolean;
                    }[];
                    /** @description The flag `allow_auto_repeat` of the DocType. */
                    readonly allow_auto_repeat?: boolean;
                    /** @description The flag `allow_bulk_edit` of the DocType. */
                    readonly allow_bulk_edit?: boolean;
                    /** @description The flag `allow_copy` of the DocType. */
                    readonly allow_copy?: boolean;
                    /** @description The flag `allow_events_in_timeline` of the DocType. */
                    readonly allow_events_in_timeline?: boolean;
                    /** @description The flag `allow_guest_to_view` of the DocType. */
                    readonly allow_guest_to_view?: boolean;
                    /** @description The flag `allow_import` of the DocType. */
                    readonly allow_import?: boolean;
                    /** @description The flag `allow_rename` of the DocType. */
                    readonly allow_rename?: boolean;
                    /** @description The flag `allow_workflow_edit` of the DocType. */
                    readonly allow_workflow_edit?: boolean;
                    /** @description The property `app` of the DocType. */
                    readonly app?: string | number;
                    /** @description The flag `autoincrement` of the DocType. */
                    readonly autoincrement?: boolean;
                    /** @description The property `autoname` of the DocType. */
                    readonly autoname?: string | number;
                    /** @description The flag `beta` of the DocType. */
                    readonly beta?: boolean;
                    /** @description The property `color` of the DocType. */
                    readonly color?: string | number;
                    /** @description The property `colour` of the DocType. */
                    readonly colour?: string | number;
                    /** @description The property `creation` of the DocType. */
                    readonly creation?: string | number;
                    /** @description The flag `custom` of the DocType. */
                    readonly custom?: boolean;
                    /** @description The property `default_email_template` of the DocType. */
                    readonly default_email_template?: string | number;
                    /** @description The property `default_print_format` of the DocType. */
                    readonly default_print_format?: string | number;
                    /** @description The property `default_view` of the DocType. */
                    readonly default_view?: string | number;
                    /** @description The property `description` of the DocType. */
                    readonly description?: string | number;
                    /** @description The property `docstatus` of the DocType. */
                    readonly docstatus?: string | number;
                    /** @description The property `document_type` of the DocType. */
                    readonly document_type?: string | number;
                    /** @description The property `documentation` of the DocType. */
                    readonly documentation?: string | number;
                    /** @description The flag `editable_grid` of the DocType. */
                    readonly editable_grid?: boolean;
                    /** @description The flag `email_append_to` of the DocType. */
                    readonly email_append_to?: boolean;
                    /** @description The property `engine` of the DocType. */
                    readonly engine?: string | number;
                    /** @description What fields were that are computed by code and not here, by their names. */
                    readonly fields?: {
                        readonly [key: string]: components["schemas"]["frappe"]["$defs"]["field"];
                    };
                    /** @description The flag `force_re_route_to_default_view` of the DocType. */
                    readonly force_re_route_to_default_view?: boolean;
                    /** @description The property `grid_page_length` of the DocType. */
                    readonly grid_page_length?: string | number;
                    /** @description The flag `has_web_view` of the DocType. */
                    readonly has_web_view?: boolean;
                    /** @description The flag `hide_toolbar` of the DocType. */
                    readonly hide_toolbar?: boolean;
                    /** @description The property `icon` of the DocType. */
                    readonly icon?: string | number;
                    /** @description The property `idx` of the DocType. */
                    readonly idx?: string | number;
                    /** @description The property `image_field` of the DocType. */
                    readonly image_field?: string | number;
                    /** @description The flag `in_create` of the DocType. */
                    readonly in_create?: boolean;
                    /** @description The flag `index_web_pages_for_search` of the DocType. */
                    readonly index_web_pages_for_search?: boolean;
                    /** @description The flag `is_calendar_and_gantt` of the DocType. */
                    readonly is_calendar_and_gantt?: boolean;
                    /** @description The flag `is_child_table` of the DocType. */
                    readonly is_child_table?: boolean;
                    /** @description The property `is_published_field` of the DocType. */
                    readonly is_published_field?: string | number;
                    /** @description The flag `is_submittable` of the DocType. */
                    readonly is_submittable?: boolean;
                    /** @description The flag `is_tree` of the DocType. */
                    readonly is_tree?: boolean;
                    /** @description The flag `is_virtual` of the DocType. */
                    readonly is_virtual?: boolean;
                    /** @description The flag `issingle` of the DocType. */
                    readonly issingle?: boolean;
                    /** @description The flag `istable` of the DocType. */
                    readonly istable?: boolean;
                    /** @description The names in `field_order`, where they are not simply those of the fields in their order. */
                    readonly field_order?: readonly string[];
                    /** @description The form from top to bottom: names of fields, and the parts of the layout between them. */
                    readonly layout?: readonly (string | {
                        readonly [key: string]: string | number | boolean;
                    })[];
                    /** @description The connections shown beside a record. */
                    readonly links?: readonly {
                        readonly [key: string]: string | number | boolean;
                    }[];
                    /** @description The flag `make_attachments_public` of the DocType. */
                    readonly make_attachments_public?: boolean;
                    /** @description The property `max_attachments` of the DocType. */
                    readonly max_attachments?: string | number;
                    /** @description The property `menu_index` of the DocType. */
                    readonly menu_index?: string | number;
                    /** @description The property `migration_hash` of the DocType. */
                    readonly migration_hash?: string | number;
                    /** @description The property `modified` of the DocType. */
                    readonly modified?: string | number;
                    /** @description The property `modified_by` of the DocType. */
                    readonly modified_by?: string | number;
                    /** @description The property `module` of the DocType. */
                    readonly module?: string | number;
                    /** @description The property `name` of the DocType. */
                    readonly name?: string | number;
                    /** @description The property `name_case` of the DocType. */
                    readonly name_case?: string | number;
                    /** @description The property `naming_rule` of the DocType. */
                    readonly naming_rule?: string | number;
                    /** @description The property `nsm_parent_field` of the DocType. */
                    readonly nsm_parent_field?: string | number;
                    /** @description The property `owner` of the DocType. */
                    readonly owner?: string | number;
                    /** @description The property `parent` of the DocType. */
                    readonly parent?: string | number;
                    /** @description The property `parent_field` of the DocType. */
                    readonly parent_field?: string | number;
                    /** @description The property `parent_node` of the DocType. */
                    readonly parent_node?: string | number;
                    /** @description The property `parentfield` of the DocType. */
                    readonly parentfield?: string | number;
                    /** @description The property `parenttype` of the DocType. */
                    readonly parenttype?: string | number;
                    /** @description The permission rules. */
                    readonly permissions?: readonly {
                        readonly [key: string]: string | number | boolean;
                    }[];
                    /** @description The property `print_outline` of the DocType. */
                    readonly print_outline?: string | number;
                    /** @description The flag `protect_attached_files` of the DocType. */
                    readonly protect_attached_files?: boolean;
                    /** @description The flag `queue_in_background` of the DocType. */
                    readonly queue_in_background?: boolean;
                    /** @description The flag `quick_entry` of the DocType. */
                    readonly quick_entry?: boolean;
                    /** @description The flag `read_only` of the DocType. */
                    readonly read_only?: boolean;
                    /** @description The property `read_only_onload` of the DocType. */
                    readonly read_only_onload?: string | number;
                    /** @description The property `recipient_account_field` of the DocType. */
                    readonly recipient_account_field?: string | number;
                    /** @description The property `restrict_to_domain` of the DocType. */
                    readonly restrict_to_domain?: string | number;
                    /** @description The property `route` of the DocType. */
                    readonly route?: string | number;
                    /** @description The property `row_format` of the DocType. */
                    readonly row_format?: string | number;
                    /** @description The property `rows_threshold_for_grid_search` of the DocType. */
                    readonly rows_threshold_for_grid_search?: string | number;
                    /** @description The property `search_fields` of the DocType. */
                    readonly search_fields?: string | number;
                    /** @description The property `sender` of the DocType. */
                    readonly sender?: string | number;
                    /** @description The property `sender_field` of the DocType. */
                    readonly sender_field?: string | number;
                    /** @description The property `sender_name_field` of the DocType. */
                    readonly sender_name_field?: string | number;
                    /** @description The flag `show_name_in_global_search` of the DocType. */
                    readonly show_name_in_global_search?: boolean;
                    /** @description The flag `show_preview_popup` of the DocType. */
                    readonly show_preview_popup?: boolean;
                    /** @description The flag `show_title_field_in_link` of the DocType. */
                    readonly show_title_field_in_link?: boolean;
                    /** @description The property `smallicon` of the DocType. */
                    readonly smallicon?: string | number;
                    /** @description The property `sort_field` of the DocType. */
                    readonly sort_field?: string | number;
                    /** @description The property `sort_order` of the DocType. */
                    readonly sort_order?: string | number;
                    /** @description The colours of states. */
                    readonly states?: readonly {
                        readonly [key: string]: string | number | boolean;
                    }[];
                    /** @description The property `subject` of the DocType. */
                    readonly subject?: string | number;
                    /** @description The property `subject_field` of the DocType. */
                    readonly subject_field?: string | number;
                    /** @description The property `tag_fields` of the DocType. */
                    readonly tag_fields?: string | number;
                    /** @description The property `timeline_field` of the DocType. */
                    readonly timeline_field?: string | number;
                    /** @description The property `title_field` of the DocType. */
                    readonly title_field?: string | number;
                    /** @description The flag `track_changes` of the DocType. */
                    readonly track_changes?: boolean;
                    /** @description The flag `track_seen` of the DocType. */
                    readonly track_seen?: boolean;
                    /** @description The flag `track_views` of the DocType. */
                    readonly track_views?: boolean;
                    /** @description The flag `translated_doctype` of the DocType. */
                    readonly translated_doctype?: boolean;
                    /** @description The property `website_search_field` of the DocType. */
                    readonly website_search_field?: string | number;
                };
            };
        };
        /**
         * Hook
         * @description The functions a pack runs at named points: `hooks/<name>.js`. A hook is a script; this schema describes the tree that holds its text.
         */
        readonly hook: {
            /** @description The text of the file. */
            readonly text: string;
        };
        /**
         * Job
         * @description Work done again and again: `jobs/<name>.yaml`.
         */
        readonly job: {
            /** @description What people call it. */
            readonly title?: string;
            /** @description When: minute, hour, day of month, month, day of week, such as `0 6 * * 1-5`. */
            readonly cron?: string;
            /** @description Instead of `cron`: the time between two runs. */
            readonly every?: components["schemas"]["common"]["$defs"]["duration"];
            /** @description Instead of `cron`: once, at this moment, such as `2027-01-01T06:00:00Z`. */
            readonly at?: string;
            /** @description The time zone of `cron`, such as `Europe/Paris`. */
            readonly timeZone?: string;
            /** @description The function `job.<name>` of the pack's hooks that does it. */
            readonly hook?: components["schemas"]["common"]["$defs"]["name"];
            /**
             * @description Instead of `hook`: something the engine can do by itself.
             * @enum {unknown}
             */
            readonly action?: "emit" | "export" | "mail" | "notify" | "purge" | "webhook";
            /** @description What it is given. */
            readonly with?: Record<string, never>;
            /**
             * @description How often it is tried again when it fails.
             * @default 0
             */
            readonly retries: number;
            /**
             * @description How many of its runs may go on at once.
             * @default 1
             */
            readonly concurrency: number;
            /**
             * @description What becomes of moments at which no server ran: one run for all of them, none, or one for each.
             * @default once
             * @enum {unknown}
             */
            readonly catchUp: "once" | "skip" | "all";
            /** @description How long it may take. */
            readonly timeout?: components["schemas"]["common"]["$defs"]["duration"];
            /**
             * @description Whether it runs.
             * @default true
             */
            readonly enabled: boolean;
        } & (unknown & unknown);
        /**
         * Mail
         * @description What a mail says: `mails/<name>.yaml`.
         */
        readonly mail: {
            /** @description What people call it. */
            readonly title?: string;
            /** @description Whose records the expressions between double braces speak of; absent for a mail that always says the same. */
            readonly entity?: components["schemas"]["common"]["$defs"]["entity"];
            /** @description The subject, such as `About {{name}}`. */
            readonly subject: string;
            /** @description The mail as plain text. */
            readonly text: string;
            /** @description The mail as HTML, for readers that show it. Values are escaped. */
            readonly html?: string;
            /** @description The same in other languages, by locale; what is left out is said in the pack's. */
            readonly translations?: {
                readonly [key: string]: {
                    /** @description The subject. */
                    readonly subject?: string;
                    /** @description The mail as plain text. */
                    readonly text?: string;
                    /** @description The mail as HTML. */
                    readonly html?: string;
                };
            };
            /** @description When the mail goes by itself; absent for a mail that waits to be asked for. */
            readonly send?: {
                /** @description After what happened to a record: it was `created`, or `updated`, also by a step of its workflow. */
                readonly after?: readonly ("created" | "updated")[];
                /** @description Steps of a workflow, or `submit` and `cancel` of a document, after which it goes. */
                readonly transitions?: components["schemas"]["common"]["$defs"]["texts"];
                /** @description Fields of which one must have changed. */
                readonly changed?: components["schemas"]["common"]["$defs"]["texts"];
                /** @description What must hold of the record as it is when it is told of: `status == 'open'`. */
                readonly when?: components["schemas"]["common"]["$defs"]["expression"];
                /** @description Addresses, fields of the record that hold one or link to a user, `owner`, `followers`, `role:x`, `group:x`, `user:name`. */
                readonly to: components["schemas"]["common"]["$defs"]["texts"];
                /**
                 * @description How people are told: by `mail`, or by a `message` among their notifications.
                 * @default [
                 *       "mail"
                 *     ]
                 */
                readonly as: readonly ("mail" | "message")[];
            } | unknown | unknown;
        };
        /**
         * Menu
         * @description A part of the navigation: `menus/<name>.yaml`.
         */
        readonly menu: {
            /** @description What people read. */
            readonly title?: string;
            readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
            /**
             * @description The place among the menus of all packs, lowest first.
             * @default 100
             */
            readonly order: number;
            /** @description The entries. */
            readonly items: readonly components["schemas"]["menu"]["$defs"]["item"][];
            $defs: {
                /** @description An entry. */
                readonly item: {
                    /** @description For extensions to find it by. */
                    readonly name?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description What people read. The title of what it leads to when absent. */
                    readonly title?: string;
                    readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
                    readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
                    /** @description Leads to the records of an entity. */
                    readonly entity?: components["schemas"]["common"]["$defs"]["entity"];
                    /** @description The view of the entity, by name or kind. */
                    readonly view?: string;
                    /** @description Which of the records. */
                    readonly filter?: components["schemas"]["common"]["$defs"]["expression"];
                    /** @description Leads to a report. */
                    readonly report?: string;
                    /** @description Leads to a dashboard. */
                    readonly dashboard?: string;
                    /** @description Leads to a page. */
                    readonly page?: string;
                    /** @description Leads to an address. */
                    readonly url?: string;
                    /** @description Entries below. */
                    readonly items?: readonly components["schemas"]["menu"]["$defs"]["item"][];
                };
            };
        };
        /**
         * Migration
         * @description A change of data by SQL: `migrations/V<version>__<description>.sql`. A migration is SQL; this schema describes the tree that holds its text.
         */
        readonly migration: {
            /** @description The text of the file. */
            readonly text: string;
        };
        /**
         * Pack
         * @description The manifest of a pack: `pack.yaml`.
         */
        readonly pack: {
            /** @description The pack's name, which begins the full names of its entities. */
            readonly pack: components["schemas"]["common"]["$defs"]["name"];
            /** @description The version by semantic versioning: 1.2.0. */
            readonly version: string;
            /** @description What people call it. */
            readonly title: string;
            /** @description What it is for, in a sentence or two. */
            readonly description?: string;
            /** @description The licence, as an SPDX identifier: Apache-2.0. */
            readonly license?: string;
            /** @description Where to read more. */
            readonly homepage?: string;
            readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
            /** @description Who made it. */
            readonly authors?: readonly string[];
            /** @description The engine versions it runs on: a range such as `>=0.1 <1`. */
            readonly engine?: string;
            /** @description The packs it needs, with ranges of versions. */
            readonly requires?: {
                readonly [key: string]: string;
            };
            /** @description What its hooks may reach; shown and confirmed at install. */
            readonly grants?: {
                /** @description Origins that its hooks may call. */
                readonly http?: readonly string[];
                /**
                 * @description Whether its hooks may send mail.
                 * @default false
                 */
                readonly mail: boolean;
                /**
                 * @description Whether its hooks may read and write files.
                 * @default false
                 */
                readonly files: boolean;
                /**
                 * @description Whether its hooks may ask language models.
                 * @default false
                 */
                readonly ai: boolean;
                /**
                 * @description Whether its hooks may pass over the caller's rights.
                 * @default false
                 */
                readonly sudo: boolean;
            };
            /** @description What one call of a hook may use, where that is not the usual. */
            readonly limits?: {
                /**
                 * @description Statements of JavaScript.
                 * @default 5000000
                 */
                readonly statements: number;
                /**
                 * @description Time by the clock on the wall.
                 * @default 2000
                 */
                readonly milliseconds: number;
                /**
                 * @description Memory that a call asks for, whether it keeps it or not.
                 * @default 256
                 */
                readonly megabytes: number;
                /**
                 * @description Functions that call functions.
                 * @default 1000
                 */
                readonly depth: number;
                /**
                 * @description SQL statements.
                 * @default 100
                 */
                readonly sql: number;
                /**
                 * @description Records read.
                 * @default 10000
                 */
                readonly rows: number;
                /**
                 * @description Calls of other servers.
                 * @default 5
                 */
                readonly calls: number;
                /**
                 * @description Bytes that other servers are sent and answer.
                 * @default 5242880
                 */
                readonly traffic: number;
                /**
                 * @description Lines of log.
                 * @default 100
                 */
                readonly lines: number;
                /**
                 * @description How deep hooks may set off hooks by what they write.
                 * @default 5
                 */
                readonly nesting: number;
            };
        };
        /**
         * Page
         * @description A screen that is no view of one entity: `pages/<name>.yaml`.
         */
        readonly page: {
            /** @description What people call it. */
            readonly title: string;
            /** @description Its address in the portal: /contact. */
            readonly path?: string;
            /**
             * @description Whether people who are not signed in see it.
             * @default false
             */
            readonly public: boolean;
            readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
            /** @description The parts, in order. */
            readonly blocks: readonly {
                /** @description Markdown. */
                readonly text?: string;
                /** @description An HTML file beside this one. */
                readonly html?: string;
                /** @description A view, by name. */
                readonly view?: string;
                /** @description A report, by name. */
                readonly report?: string;
                /** @description A dashboard, by name. */
                readonly dashboard?: string;
                /** @description A form that creates a record. */
                readonly form?: components["schemas"]["common"]["$defs"]["entity"];
                /** @description What stands above it. */
                readonly title?: string;
                /** @description In twelfths of the screen. */
                readonly width?: number;
            }[];
        };
        /**
         * Print
         * @description A document made of a record: `prints/<name>.yaml` with its HTML.
         */
        readonly print: {
            /** @description What people call it. */
            readonly title?: string;
            /** @description Of which records. */
            readonly entity: components["schemas"]["common"]["$defs"]["entity"];
            /** @description The HTML file beside this one. `<name>.html` when absent. */
            readonly template?: string;
            /**
             * @description The paper.
             * @default A4
             * @enum {string}
             */
            readonly paper: "A3" | "A4" | "A5" | "A6" | "Letter" | "Legal";
            /**
             * @description Whether the paper lies across.
             * @default false
             */
            readonly landscape: boolean;
            /** @description The name of the file. */
            readonly fileName?: components["schemas"]["common"]["$defs"]["expression"];
            /** @description Which records can be printed. */
            readonly when?: components["schemas"]["common"]["$defs"]["expression"];
            readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
        };
        /**
         * Report
         * @description Numbers over records: `reports/<name>.yaml`.
         */
        readonly report: {
            /** @description What people call it. */
            readonly title?: string;
            /** @description What it tells. */
            readonly description?: string;
            /** @description Whose records. */
            readonly entity: components["schemas"]["common"]["$defs"]["entity"];
            /** @description Which records. */
            readonly filter?: components["schemas"]["common"]["$defs"]["expression"];
            /** @description The numbers, by name. */
            readonly measures: {
                readonly [key: string]: string | {
                    /** @description What people call it. */
                    readonly title?: string;
                    /** @description An aggregate: `sum(amount)`, `count()`. */
                    readonly expression: components["schemas"]["common"]["$defs"]["expression"];
                    /** @description How it is written, such as `0.0 %`. */
                    readonly format?: string;
                };
            };
            /** @description What the numbers are split by. */
            readonly dimensions?: readonly (string | {
                readonly field: components["schemas"]["common"]["$defs"]["path"];
                /** @description What people call it. */
                readonly title?: string;
                /**
                 * @description For dates.
                 * @enum {string}
                 */
                readonly grain?: "day" | "week" | "month" | "quarter" | "year";
            })[];
            /** @description The order: measures or fields, with `-` before them for descending. */
            readonly sort?: components["schemas"]["common"]["$defs"]["texts"];
            /** @description The most rows. */
            readonly limit?: number;
            readonly chart?: components["schemas"]["common"]["$defs"]["chart"];
            readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
        };
        /**
         * Role
         * @description What its holders may do: `roles/<name>.yaml`. Nothing is allowed unless granted.
         */
        readonly role: {
            /** @description What people call it. */
            readonly title: string;
            /** @description What it is for. */
            readonly description?: string;
            /** @description Roles whose grants it has too. */
            readonly inherits?: readonly components["schemas"]["common"]["$defs"]["entity"][];
            /**
             * @description Whether people have it who are not signed in: they may read lists and records that it grants.
             * @default false
             */
            readonly visitors: boolean;
            /** @description What it may do, by entity. */
            readonly grants: {
                readonly [key: string]: {
                    /** @description Which records it sees. */
                    readonly read?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records it may create. */
                    readonly create?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records it may change. */
                    readonly update?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records it may delete. */
                    readonly delete?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records it may give to another owner. */
                    readonly assign?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records it may export. */
                    readonly export?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Whether it may import. */
                    readonly import?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records it may share. */
                    readonly share?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records it may print. */
                    readonly print?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description Which records count in its reports. */
                    readonly report?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description The workflow's transitions it may use. */
                    readonly transitions?: readonly components["schemas"]["common"]["$defs"]["name"][];
                    /** @description Fields it may not see. */
                    readonly hidden?: readonly components["schemas"]["common"]["$defs"]["name"][];
                    /** @description Fields it may not change. */
                    readonly readOnly?: readonly components["schemas"]["common"]["$defs"]["name"][];
                    /** @description Fields of which it sees a part. */
                    readonly mask?: readonly components["schemas"]["common"]["$defs"]["name"][];
                };
            };
            /** @description Actions it may call: a name in this pack, pack.name, or pack.* for all of a pack. */
            readonly actions?: readonly string[];
            /** @description Menus it sees whole, whatever roles their entries name. */
            readonly menus?: readonly components["schemas"]["common"]["$defs"]["entity"][];
            /** @description Pages it may open. */
            readonly pages?: readonly components["schemas"]["common"]["$defs"]["entity"][];
        };
        /**
         * Test
         * @description A scenario that tests a pack: `tests/<name>.yaml`.
         */
        readonly test: {
            /** @description What is tested, in a sentence. */
            readonly title: string;
            /** @description What is there before. */
            readonly given?: {
                /** @description The moment at which the test begins, such as `2026-01-05T09:00:00Z`; the present when absent. */
                readonly clock?: components["schemas"]["test"]["$defs"]["instant"];
                /** @description Who takes part, by name. */
                readonly users?: {
                    readonly [key: string]: {
                        /** @description Their roles. */
                        readonly roles?: readonly components["schemas"]["common"]["$defs"]["entity"][];
                        /** @description Where mails to them go; `<name>@test.example` when absent. */
                        readonly email?: string;
                        /** @description Further fields of the user, such as `locale`. */
                        readonly values?: Record<string, never>;
                    };
                };
                /** @description Records that are there before. */
                readonly records?: readonly {
                    readonly entity: components["schemas"]["common"]["$defs"]["entity"];
                    /** @description How steps call the record: `{name.id}`. */
                    readonly as?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description Its fields. */
                    readonly values: Record<string, never>;
                }[];
                /** @description What other servers answer to hooks; no server is called, and a call without an answer fails. */
                readonly http?: readonly {
                    /** @description Method and address, such as `GET https://api.example.org/rates?of=EUR`. */
                    readonly call: string;
                    /** @description What comes back. */
                    readonly answer: {
                        /**
                         * @description The HTTP status.
                         * @default 200
                         */
                        readonly status: number;
                        /** @description Its headers. */
                        readonly headers?: {
                            readonly [key: string]: string;
                        };
                        /** @description The body, as JSON. */
                        readonly json?: unknown;
                        /** @description Instead of `json`: the body as text. */
                        readonly text?: string;
                    };
                }[];
            };
            /** @description What is done, in order. */
            readonly when: readonly {
                /** @description What is done. */
                readonly title?: string;
                /** @description Time passes instead of a request being made; what falls due is done. */
                readonly clock?: {
                    /** @description How much time. */
                    readonly advance?: components["schemas"]["common"]["$defs"]["duration"];
                    /** @description Instead of `advance`: until when. */
                    readonly at?: components["schemas"]["test"]["$defs"]["instant"];
                };
                /** @description A job is run instead of a request being made, whatever its schedule says. */
                readonly job?: components["schemas"]["common"]["$defs"]["entity"];
                /** @description With `job`: what it is given beside what its definition says. */
                readonly with?: Record<string, never>;
                /** @description A request: method and address, such as `POST /api/crm/customer`. */
                readonly call?: string;
                /** @description The user who calls, or `nobody` for somebody who is not signed in; the administrator when absent. */
                readonly by?: components["schemas"]["common"]["$defs"]["name"];
                /** @description How later steps call the answer, or what the job returned: `{name.id}`. */
                readonly as?: components["schemas"]["common"]["$defs"]["name"];
                /** @description Headers of the request. */
                readonly headers?: {
                    readonly [key: string]: string;
                };
                /** @description The body, as JSON. */
                readonly body?: unknown;
                /** @description What is expected. */
                readonly then?: {
                    /** @description The HTTP status. */
                    readonly status?: number;
                    /** @description What the answer, or what the job returned, must hold, at least: mappings may hold more, lists are whole; a text between slashes is a pattern. */
                    readonly body?: unknown;
                    /** @description The code of the problem: AR-401. */
                    readonly problem?: string;
                    /** @description Headers of the answer. */
                    readonly headers?: {
                        readonly [key: string]: string;
                    };
                    /** @description The mails that left because of the step, all of them, in order; an empty list for none. */
                    readonly mails?: readonly {
                        /** @description Whom it goes to. */
                        readonly recipient?: string;
                        /** @description Its subject. */
                        readonly subject?: string;
                        /** @description Something that stands in its text. */
                        readonly text?: string;
                    }[];
                    /** @description What the test's users were told because of the step, all of it, in the order of users, then of time; an empty list for nothing. */
                    readonly notifications?: readonly {
                        /** @description Who is told. */
                        readonly user: components["schemas"]["common"]["$defs"]["name"];
                        /** @description What it is, such as `mention`. */
                        readonly kind?: string;
                        /** @description Its title. */
                        readonly title?: string;
                        /** @description Its text. */
                        readonly body?: string;
                        /**
                         * @description How much it matters.
                         * @enum {unknown}
                         */
                        readonly priority?: "low" | "normal" | "high" | "urgent";
                        /** @description How many things it stands for. */
                        readonly count?: number;
                    }[];
                };
            }[];
            $defs: {
                /** @description A moment: 2026-01-05T09:00:00Z. */
                readonly instant: string;
            };
        };
        /**
         * Translation
         * @description The texts of a pack in another language: `i18n/<locale>.yaml`.
         */
        readonly translation: {
            /** @description Translations by the text in the definitions. */
            readonly texts?: {
                readonly [key: string]: string;
            };
            /** @description Texts of the screens themselves, by their names, in a language that these do not speak of their own: `action.save: حفظ`. */
            readonly interface?: {
                readonly [key: string]: string;
            };
            /** @description Texts of entities by place, where one word means two things. */
            readonly entities?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of choices by place, where one word means two things. */
            readonly choices?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of views by place, where one word means two things. */
            readonly views?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of menus by place, where one word means two things. */
            readonly menus?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of workflows by place, where one word means two things. */
            readonly workflows?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of roles by place, where one word means two things. */
            readonly roles?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of reports by place, where one word means two things. */
            readonly reports?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of dashboards by place, where one word means two things. */
            readonly dashboards?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of prints by place, where one word means two things. */
            readonly prints?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of pages by place, where one word means two things. */
            readonly pages?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            /** @description Texts of jobs by place, where one word means two things. */
            readonly jobs?: {
                readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
            };
            $defs: {
                /** @description A text, or texts below. */
                readonly place: string | {
                    readonly [key: string]: components["schemas"]["translation"]["$defs"]["place"];
                };
            };
        };
        /**
         * View
         * @description How records are shown: `views/<name>.yaml`.
         */
        readonly view: {
            /**
             * @description The kind of view.
             * @enum {string}
             */
            readonly kind: "form" | "list" | "kanban" | "calendar" | "gantt" | "tree" | "map" | "pivot" | "chart" | "gallery";
            /** @description Whose records it shows. */
            readonly entity: components["schemas"]["common"]["$defs"]["entity"];
            /** @description What people call it. */
            readonly title?: string;
            readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
            readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
            /** @description The tabs of a form. */
            readonly tabs?: readonly components["schemas"]["view"]["$defs"]["tab"][];
            /** @description The parts of a form without tabs. */
            readonly sections?: readonly components["schemas"]["view"]["$defs"]["section"][];
            /** @description The columns of a list or pivot, or of a form without tabs and sections. */
            readonly columns?: readonly (string | {
                /** @description The field, or a path over links. */
                readonly field?: components["schemas"]["common"]["$defs"]["path"];
                /** @description What people call it. Made from the name when absent. */
                readonly title?: string;
                /** @description A sentence that explains it to the user. */
                readonly help?: string;
                /** @description An example shown while it is empty. */
                readonly placeholder?: string;
                /** @description Whether it shows; an expression where that depends on the record. */
                readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description Whether it cannot be written; an expression where that depends on the record. */
                readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description Whether it must have a value; an expression where that depends on the record. */
                readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description How wide it is in lists, in characters. */
                readonly width?: number;
                /** @description The widget that shows it, when not the usual one of its type. */
                readonly widget?: string;
                readonly color?: components["schemas"]["common"]["$defs"]["color"];
                /**
                 * @description What stands below the column.
                 * @enum {string}
                 */
                readonly total?: "sum" | "avg" | "min" | "max" | "count";
            } | readonly (string | {
                /** @description The field, or a path over links. */
                readonly field: components["schemas"]["common"]["$defs"]["path"];
                /** @description What people call it. Made from the name when absent. */
                readonly title?: string;
                /** @description A sentence that explains it to the user. */
                readonly help?: string;
                /** @description An example shown while it is empty. */
                readonly placeholder?: string;
                /** @description Whether it shows; an expression where that depends on the record. */
                readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description Whether it cannot be written; an expression where that depends on the record. */
                readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description Whether it must have a value; an expression where that depends on the record. */
                readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description How wide it is in lists, in characters. */
                readonly width?: number;
                /** @description The widget that shows it, when not the usual one of its type. */
                readonly widget?: string;
                readonly color?: components["schemas"]["common"]["$defs"]["color"];
                /**
                 * @description What stands below the column.
                 * @enum {string}
                 */
                readonly total?: "sum" | "avg" | "min" | "max" | "count";
            })[])[];
            /** @description The fields on a card, bar or node, or of a form in one column. */
            readonly fields?: readonly (string | {
                /** @description The field, or a path over links. */
                readonly field: components["schemas"]["common"]["$defs"]["path"];
                /** @description What people call it. Made from the name when absent. */
                readonly title?: string;
                /** @description A sentence that explains it to the user. */
                readonly help?: string;
                /** @description An example shown while it is empty. */
                readonly placeholder?: string;
                /** @description Whether it shows; an expression where that depends on the record. */
                readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description Whether it cannot be written; an expression where that depends on the record. */
                readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description Whether it must have a value; an expression where that depends on the record. */
                readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                /** @description How wide it is in lists, in characters. */
                readonly width?: number;
                /** @description The widget that shows it, when not the usual one of its type. */
                readonly widget?: string;
                readonly color?: components["schemas"]["common"]["$defs"]["color"];
                /**
                 * @description What stands below the column.
                 * @enum {string}
                 */
                readonly total?: "sum" | "avg" | "min" | "max" | "count";
            })[];
            /** @description Filters people can switch on. */
            readonly filters?: readonly {
                /** @description For addresses and extensions. */
                readonly name?: components["schemas"]["common"]["$defs"]["name"];
                /** @description What people call it. */
                readonly title?: string;
                /** @description Which records it lets through. */
                readonly filter: components["schemas"]["common"]["$defs"]["expression"];
                /**
                 * @description Whether it is on at first.
                 * @default false
                 */
                readonly default: boolean;
            }[];
            /** @description Which records it shows at all. */
            readonly filter?: components["schemas"]["common"]["$defs"]["expression"];
            /** @description Colours by expression, the first that holds winning. */
            readonly colors?: readonly {
                /** @description Which records. */
                readonly when: components["schemas"]["common"]["$defs"]["expression"];
                readonly color: components["schemas"]["common"]["$defs"]["color"];
            }[];
            /** @description Buttons. */
            readonly actions?: readonly {
                /** @description For extensions to find it by. */
                readonly name?: components["schemas"]["common"]["$defs"]["name"];
                /** @description What stands on the button. */
                readonly title?: string;
                readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
                /** @description Whether it shows; an expression where that depends on the record. */
                readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
                /** @description A question asked before. */
                readonly confirm?: string;
                /** @description The workflow's step that it takes. */
                readonly transition?: components["schemas"]["common"]["$defs"]["name"];
                /** @description The pack's action that it calls. */
                readonly action?: components["schemas"]["common"]["$defs"]["name"];
                /** @description The document that it prints. */
                readonly print?: components["schemas"]["common"]["$defs"]["name"];
                /** @description The view that it opens. */
                readonly view?: string;
                /** @description The address that it opens. */
                readonly url?: string;
            }[];
            readonly sort?: components["schemas"]["common"]["$defs"]["sort"];
            /** @description How many records show before one asks for more: of a gallery, a column of a kanban, a group of a list. */
            readonly limit?: number;
            /** @description The fields a list is grouped by. */
            readonly group?: string | readonly components["schemas"]["common"]["$defs"]["path"][];
            /** @description Kanban: the field whose values are the columns. */
            readonly column?: components["schemas"]["common"]["$defs"]["path"];
            /** @description The field that names a record. */
            readonly label?: components["schemas"]["common"]["$defs"]["path"];
            /** @description The field with its picture. */
            readonly image?: components["schemas"]["common"]["$defs"]["path"];
            /** @description The field with its colour. */
            readonly color?: components["schemas"]["common"]["$defs"]["path"];
            /** @description Calendar and gantt: when it begins. */
            readonly start?: components["schemas"]["common"]["$defs"]["path"];
            /** @description Calendar and gantt: when it ends. */
            readonly end?: components["schemas"]["common"]["$defs"]["path"];
            /** @description Tree and gantt: the link to the parent. */
            readonly parent?: components["schemas"]["common"]["$defs"]["path"];
            /** @description Gantt: the percentage done. */
            readonly progress?: components["schemas"]["common"]["$defs"]["path"];
            /** @description Gantt: the links to what must be done before. */
            readonly depends?: components["schemas"]["common"]["$defs"]["path"];
            /** @description Map: the place. */
            readonly location?: components["schemas"]["common"]["$defs"]["path"];
            /** @description Pivot: the fields of the rows. */
            readonly rows?: string | readonly components["schemas"]["common"]["$defs"]["path"][];
            /** @description Chart: the fields the numbers are split by. */
            readonly dimensions?: string | readonly components["schemas"]["common"]["$defs"]["path"][];
            /** @description Pivot and chart: the numbers. */
            readonly measures?: readonly components["schemas"]["common"]["$defs"]["expression"][];
            readonly chart?: components["schemas"]["common"]["$defs"]["chart"];
            $defs: {
                /** @description A part of a form. */
                readonly section: {
                    /** @description For extensions to find it by. Made from the title when absent. */
                    readonly name?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description What stands above it. */
                    readonly title?: string;
                    /** @description Whether it shows; an expression where that depends on the record. */
                    readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                    /**
                     * @description Whether it is closed at first.
                     * @default false
                     */
                    readonly collapsed: boolean;
                    /** @description Columns side by side, each a list of fields. */
                    readonly columns?: readonly (readonly (string | {
                        /** @description The field, or a path over links. */
                        readonly field: components["schemas"]["common"]["$defs"]["path"];
                        /** @description What people call it. Made from the name when absent. */
                        readonly title?: string;
                        /** @description A sentence that explains it to the user. */
                        readonly help?: string;
                        /** @description An example shown while it is empty. */
                        readonly placeholder?: string;
                        /** @description Whether it shows; an expression where that depends on the record. */
                        readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it cannot be written; an expression where that depends on the record. */
                        readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it must have a value; an expression where that depends on the record. */
                        readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description How wide it is in lists, in characters. */
                        readonly width?: number;
                        /** @description The widget that shows it, when not the usual one of its type. */
                        readonly widget?: string;
                        readonly color?: components["schemas"]["common"]["$defs"]["color"];
                        /**
                         * @description What stands below the column.
                         * @enum {string}
                         */
                        readonly total?: "sum" | "avg" | "min" | "max" | "count";
                    })[] | {
                        /** @description The fields. */
                        readonly fields?: readonly (string | {
                            /** @description The field, or a path over links. */
                            readonly field: components["schemas"]["common"]["$defs"]["path"];
                            /** @description What people call it. Made from the name when absent. */
                            readonly title?: string;
                            /** @description A sentence that explains it to the user. */
                            readonly help?: string;
                            /** @description An example shown while it is empty. */
                            readonly placeholder?: string;
                            /** @description Whether it shows; an expression where that depends on the record. */
                            readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                            /** @description Whether it cannot be written; an expression where that depends on the record. */
                            readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                            /** @description Whether it must have a value; an expression where that depends on the record. */
                            readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                            /** @description How wide it is in lists, in characters. */
                            readonly width?: number;
                            /** @description The widget that shows it, when not the usual one of its type. */
                            readonly widget?: string;
                            readonly color?: components["schemas"]["common"]["$defs"]["color"];
                            /**
                             * @description What stands below the column.
                             * @enum {string}
                             */
                            readonly total?: "sum" | "avg" | "min" | "max" | "count";
                        })[];
                    })[];
                    /** @description The fields, when one column is enough. */
                    readonly fields?: readonly (string | {
                        /** @description The field, or a path over links. */
                        readonly field: components["schemas"]["common"]["$defs"]["path"];
                        /** @description What people call it. Made from the name when absent. */
                        readonly title?: string;
                        /** @description A sentence that explains it to the user. */
                        readonly help?: string;
                        /** @description An example shown while it is empty. */
                        readonly placeholder?: string;
                        /** @description Whether it shows; an expression where that depends on the record. */
                        readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it cannot be written; an expression where that depends on the record. */
                        readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it must have a value; an expression where that depends on the record. */
                        readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description How wide it is in lists, in characters. */
                        readonly width?: number;
                        /** @description The widget that shows it, when not the usual one of its type. */
                        readonly widget?: string;
                        readonly color?: components["schemas"]["common"]["$defs"]["color"];
                        /**
                         * @description What stands below the column.
                         * @enum {string}
                         */
                        readonly total?: "sum" | "avg" | "min" | "max" | "count";
                    })[];
                };
                /** @description A tab of a form. */
                readonly tab: {
                    /** @description For extensions to find it by. Made from the title when absent. */
                    readonly name?: components["schemas"]["common"]["$defs"]["name"];
                    /** @description What stands on the tab. */
                    readonly title?: string;
                    readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
                    /** @description Whether it shows; an expression where that depends on the record. */
                    readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                    /** @description The parts of the tab. */
                    readonly sections?: readonly components["schemas"]["view"]["$defs"]["section"][];
                    /** @description Columns side by side, each a list of fields. */
                    readonly columns?: readonly (readonly (string | {
                        /** @description The field, or a path over links. */
                        readonly field: components["schemas"]["common"]["$defs"]["path"];
                        /** @description What people call it. Made from the name when absent. */
                        readonly title?: string;
                        /** @description A sentence that explains it to the user. */
                        readonly help?: string;
                        /** @description An example shown while it is empty. */
                        readonly placeholder?: string;
                        /** @description Whether it shows; an expression where that depends on the record. */
                        readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it cannot be written; an expression where that depends on the record. */
                        readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it must have a value; an expression where that depends on the record. */
                        readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description How wide it is in lists, in characters. */
                        readonly width?: number;
                        /** @description The widget that shows it, when not the usual one of its type. */
                        readonly widget?: string;
                        readonly color?: components["schemas"]["common"]["$defs"]["color"];
                        /**
                         * @description What stands below the column.
                         * @enum {string}
                         */
                        readonly total?: "sum" | "avg" | "min" | "max" | "count";
                    })[] | {
                        /** @description The fields. */
                        readonly fields?: readonly (string | {
                            /** @description The field, or a path over links. */
                            readonly field: components["schemas"]["common"]["$defs"]["path"];
                            /** @description What people call it. Made from the name when absent. */
                            readonly title?: string;
                            /** @description A sentence that explains it to the user. */
                            readonly help?: string;
                            /** @description An example shown while it is empty. */
                            readonly placeholder?: string;
                            /** @description Whether it shows; an expression where that depends on the record. */
                            readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                            /** @description Whether it cannot be written; an expression where that depends on the record. */
                            readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                            /** @description Whether it must have a value; an expression where that depends on the record. */
                            readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                            /** @description How wide it is in lists, in characters. */
                            readonly width?: number;
                            /** @description The widget that shows it, when not the usual one of its type. */
                            readonly widget?: string;
                            readonly color?: components["schemas"]["common"]["$defs"]["color"];
                            /**
                             * @description What stands below the column.
                             * @enum {string}
                             */
                            readonly total?: "sum" | "avg" | "min" | "max" | "count";
                        })[];
                    })[];
                    /** @description The fields, when one column is enough. */
                    readonly fields?: readonly (string | {
                        /** @description The field, or a path over links. */
                        readonly field: components["schemas"]["common"]["$defs"]["path"];
                        /** @description What people call it. Made from the name when absent. */
                        readonly title?: string;
                        /** @description A sentence that explains it to the user. */
                        readonly help?: string;
                        /** @description An example shown while it is empty. */
                        readonly placeholder?: string;
                        /** @description Whether it shows; an expression where that depends on the record. */
                        readonly visible?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it cannot be written; an expression where that depends on the record. */
                        readonly readOnly?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description Whether it must have a value; an expression where that depends on the record. */
                        readonly required?: components["schemas"]["common"]["$defs"]["condition"];
                        /** @description How wide it is in lists, in characters. */
                        readonly width?: number;
                        /** @description The widget that shows it, when not the usual one of its type. */
                        readonly widget?: string;
                        readonly color?: components["schemas"]["common"]["$defs"]["color"];
                        /**
                         * @description What stands below the column.
                         * @enum {string}
                         */
                        readonly total?: "sum" | "avg" | "min" | "max" | "count";
                    })[];
                };
            };
        };
        /**
         * Workflow
         * @description The states of records and the ways between them: `workflows/<name>.yaml`.
         */
        readonly workflow: {
            /** @description Whose records. */
            readonly entity: components["schemas"]["common"]["$defs"]["entity"];
            /** @description The choice that holds the state. */
            readonly field: components["schemas"]["common"]["$defs"]["name"];
            /** @description What people call it. */
            readonly title?: string;
            /**
             * @description Raise it when records under way shall not simply follow a change: they stay on the version they began with, or `migrate`.
             * @default 1
             */
            readonly version: number;
            /** @description Where records of former versions go when the pack is upgraded: the new state for each former one that is not there any more; `{}` when all are. */
            readonly migrate?: {
                readonly [key: string]: string;
            };
            /** @description The states, by name. */
            readonly states: {
                readonly [key: string]: {
                    /** @description What people read. */
                    readonly title?: string;
                    readonly color?: components["schemas"]["common"]["$defs"]["color"];
                    /**
                     * @description Whether new records begin in it.
                     * @default false
                     */
                    readonly initial: boolean;
                    /**
                     * @description Whether nothing follows it.
                     * @default false
                     */
                    readonly final: boolean;
                    /** @description The fields nobody may change in it; `all` for every field. */
                    readonly readOnly?: string | readonly string[];
                    /** @description The fields that must have a value in it. */
                    readonly required?: string | readonly string[];
                    /**
                     * @description What a document (`document: true`) is in this state. With it the workflow decides when a document is submitted and cancelled.
                     * @enum {string}
                     */
                    readonly document?: "draft" | "submitted" | "cancelled";
                    /** @description Workflows of the same entity, each on a field of its own, that run beside each other while a record is in this state. */
                    readonly branches?: string | readonly string[];
                    /** @description The transition that is taken by itself when all branches have ended; of several the first that is possible. */
                    readonly join?: string | readonly string[];
                } | null;
            };
            /** @description The ways between states, by name. */
            readonly transitions?: {
                readonly [key: string]: {
                    /** @description What stands on the button. */
                    readonly title?: string;
                    readonly icon?: components["schemas"]["common"]["$defs"]["icon"];
                    /** @description The states it leaves; `*` for every one. */
                    readonly from: components["schemas"]["common"]["$defs"]["texts"];
                    /** @description The state it leads to. */
                    readonly to: components["schemas"]["common"]["$defs"]["name"];
                    readonly roles?: components["schemas"]["common"]["$defs"]["roles"];
                    /** @description What must hold. */
                    readonly when?: components["schemas"]["common"]["$defs"]["expression"];
                    /** @description What to say when it does not hold. */
                    readonly message?: string;
                    /** @description Values to write: an expression for each field. */
                    readonly set?: {
                        readonly [key: string]: string | number | boolean | null;
                    };
                    /**
                     * @description Who must agree: how many different people of those who may take it, or more exactly.
                     * @default 1
                     */
                    readonly approvals: number | {
                        /** @description Who is asked: `role:pack.role`, `owner`, or a field that links to a user. Whoever may take it when absent. */
                        readonly by?: string | readonly string[];
                        /**
                         * @description How many of those who are asked: `all`, `any`, a number, or a percentage such as `60%`.
                         * @default all
                         */
                        readonly need: string | number;
                        /**
                         * @description Whether all are asked at once, or each of `by` when those before have agreed.
                         * @default at_once
                         * @enum {string}
                         */
                        readonly order: "at_once" | "one_by_one";
                        /**
                         * @description Whether who brought the record there may agree himself.
                         * @default false
                         */
                        readonly self: boolean;
                        /** @description The transition that is taken when it cannot be agreed to any more. */
                        readonly rejected?: components["schemas"]["common"]["$defs"]["name"];
                        /** @description The transition that is taken when somebody sends it back. */
                        readonly returned?: components["schemas"]["common"]["$defs"]["name"];
                    };
                    /**
                     * @description Whether a comment must be given.
                     * @enum {string|boolean}
                     */
                    readonly comment?: "required" | "optional" | true | false;
                    /** @description The function of the pack's hooks that runs with it. */
                    readonly hook?: string;
                    /** @description Who is told: `owner`, `role:pack.role`, or a field that links to a user. */
                    readonly notify?: string | readonly string[];
                    /** @description A question asked before. */
                    readonly confirm?: string;
                };
            };
            /** @description What happens by itself. */
            readonly timers?: readonly {
                /** @description Names the timer; made of state and time when absent. */
                readonly name?: components["schemas"]["common"]["$defs"]["name"];
                /** @description The state. */
                readonly in: components["schemas"]["common"]["$defs"]["name"];
                /** @description How long a record may stay in it. */
                readonly after: components["schemas"]["common"]["$defs"]["duration"];
                /** @description How long until it is looked at again, as long as the record stays in the state; once when absent. */
                readonly every?: components["schemas"]["common"]["$defs"]["duration"];
                /** @description Which records; asked when the time has come. */
                readonly when?: components["schemas"]["common"]["$defs"]["expression"];
                /** @description What happens then. */
                readonly do: {
                    /** @description Who is told: `owner`, `role:pack.role`, or a field that links to a user. */
                    readonly notify?: string | readonly string[];
                    /** @description What those who are told read. */
                    readonly message?: string;
                    /** @description The way that is taken. */
                    readonly transition?: components["schemas"]["common"]["$defs"]["name"];
                };
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

// Made by `npm run types`. Change what it is made of instead.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Any value. */
        readonly Json: unknown;
        /** @description What is wrong with one part of what was sent. */
        readonly Fault: {
            /** @description Where, such as lines[2].qty. */
            readonly path: string;
            readonly code: string;
            readonly message: string;
            readonly hint?: string;
        };
        /** @description An answer that says no (RFC 9457). */
        readonly Problem: {
            readonly type?: string;
            readonly status: number;
            /** @description Stable, such as AR-401. */
            readonly code: string;
            readonly title: string;
            readonly detail?: string;
            readonly hint?: string;
            readonly errors?: readonly components["schemas"]["Fault"][];
        };
        /** @description Where a list goes on. */
        readonly Page: {
            /** @description The cursor of the next page; null on the last one. */
            readonly next: string | null;
            /** @description How many records there are; null unless asked for. */
            readonly count: number | null;
        };
        readonly Menus: {
            readonly menus: readonly components["schemas"]["Menu"][];
        };
        /** @description The typed tree of an expression as the engine writes it: a node is told by its first property. */
        readonly Tree: components["schemas"]["TreeLiteral"] | components["schemas"]["TreeNothing"] | components["schemas"]["TreePath"] | components["schemas"]["TreeContext"] | components["schemas"]["TreeCall"] | components["schemas"]["TreeChoice"] | components["schemas"]["TreeItems"] | components["schemas"]["TreeAggregate"];
        readonly TreeLiteral: {
            readonly literal: string | boolean;
            readonly type: string;
        };
        readonly TreeNothing: {
            /** @constant */
            readonly null: true;
        };
        /** @description Members through links; base 0 is the innermost row, 1 the record around it. */
        readonly TreePath: {
            readonly path: readonly string[];
            readonly base: number;
            readonly type: string;
        };
        /** @description A value of the moment: `now`, `today`, `user.id`, `company`. */
        readonly TreeContext: {
            readonly context: string;
            readonly type: string;
        };
        readonly TreeCall: {
            readonly call: string;
            readonly arguments: readonly components["schemas"]["Tree"][];
            readonly type: string;
        };
        readonly TreeChoice: {
            readonly if: components["schemas"]["Tree"];
            readonly then: components["schemas"]["Tree"];
            readonly else: components["schemas"]["Tree"];
            readonly type: string;
        };
        readonly TreeItems: {
            readonly items: readonly components["schemas"]["Tree"][];
            readonly type: string;
        };
        readonly TreeAggregate: {
            readonly aggregate: string;
            readonly rows: components["schemas"]["TreePath"];
            readonly body: components["schemas"]["Tree"];
            readonly type: string;
        };
        /** @description A rule of a screen: always, never, or a condition. */
        readonly TreeRule: boolean | components["schemas"]["Tree"];
        /** @description The caller about himself; what he does not prefer is null. */
        readonly Me: {
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
        };
        /** @description Somebody else's sign-in that people may use here. */
        readonly Provider: {
            readonly name: string;
            readonly title: string;
        };
        /** @description A company in which the user may work. */
        readonly Company: {
            readonly id: string;
            readonly name: string;
            /** @description The company above, where that is known. */
            readonly parent?: string | null;
            readonly current: boolean;
        };
        /** @description A site to which the user may go from here. */
        readonly Site: {
            readonly name: string;
            readonly address: string;
            readonly current: boolean;
            readonly signedIn: boolean;
        };
        /** @description What the engine tells of a screen. */
        readonly ScreenOption: {
            readonly key: string;
            readonly title: string;
            readonly color?: string;
            readonly icon?: string;
        };
        /** @description Where a link leads. */
        readonly ScreenTarget: {
            readonly entity: string;
            readonly title?: string;
            /** @description The field that names a record to people; absent where the caller may not know the entity. */
            readonly label?: string;
            readonly icon?: string;
        };
        readonly ScreenField: {
            readonly title: string;
            readonly type: string;
            readonly widget: string;
            readonly required: components["schemas"]["TreeRule"];
            readonly readOnly: components["schemas"]["TreeRule"];
            readonly visible?: components["schemas"]["TreeRule"];
            readonly formula?: components["schemas"]["Tree"];
            readonly default?: components["schemas"]["Tree"];
            readonly help?: string;
            readonly placeholder?: string;
            readonly options?: readonly components["schemas"]["ScreenOption"][];
            readonly to?: components["schemas"]["ScreenTarget"];
            /** @description The columns of lines. */
            readonly fields?: components["schemas"]["ScreenFields"];
            readonly min?: number | string;
            readonly max?: number | string;
            readonly digits?: number;
            readonly pattern?: string;
            readonly width?: number;
            /** @description The link to the currency: a field beside it, or a path through links. */
            readonly currency?: string;
            /** @description The field of lines that leads back to their record. */
            readonly by?: string;
            readonly unit?: string;
            readonly language?: string;
            readonly accept?: string | readonly string[];
            readonly maxSize?: number;
            /** @description The kind of barcode. */
            readonly format?: string;
            /** @description How many lines are shown of a text. */
            readonly rows?: number;
            /** @description The entities to which a link to any may lead; absent where all may. */
            readonly targets?: readonly string[];
            readonly copy?: {
                readonly from: string;
                /** @enum {string} */
                readonly when?: "empty" | "always";
            };
            /** @description Which records a link offers; `record` is the one that links. */
            readonly filter?: string;
            readonly unique?: boolean;
            readonly setOnce?: boolean;
            readonly translated?: boolean;
            readonly system?: boolean;
            readonly sensitivity?: string;
        };
        readonly ScreenFields: {
            readonly [key: string]: components["schemas"]["ScreenField"];
        };
        /** @description A field where a view places it, with what the place says otherwise. */
        readonly ScreenPlaced: {
            readonly field: string;
            readonly title?: string;
            readonly help?: string;
            readonly placeholder?: string;
            readonly visible?: components["schemas"]["TreeRule"];
            readonly readOnly?: components["schemas"]["TreeRule"];
            readonly required?: components["schemas"]["TreeRule"];
            readonly width?: number;
            readonly widget?: string;
            readonly color?: string;
            /** @enum {string} */
            readonly total?: "sum" | "avg" | "min" | "max" | "count";
        };
        readonly ScreenSection: {
            readonly name: string;
            readonly title?: string;
            readonly visible?: components["schemas"]["TreeRule"];
            readonly columns: readonly (readonly components["schemas"]["ScreenPlaced"][])[];
        };
        readonly ScreenTab: {
            readonly name: string;
            readonly title: string;
            readonly visible?: components["schemas"]["TreeRule"];
            readonly sections: readonly components["schemas"]["ScreenSection"][];
        };
        readonly ScreenAction: {
            readonly name: string;
            readonly title: string;
            readonly icon?: string;
            readonly visible?: components["schemas"]["TreeRule"];
            readonly confirm?: string;
            readonly transition?: string;
            readonly action?: string;
            readonly print?: string;
            readonly view?: string;
            readonly url?: string;
        };
        /**
         * @description On which records the caller may do something.
         * @enum {string}
         */
        readonly ScreenMay: "all" | "some" | "none";
        readonly ScreenFeatures: {
            readonly audit: boolean;
            readonly softDelete: boolean;
            readonly comments: boolean;
            readonly attachments: boolean;
            readonly tree: boolean;
            readonly company: boolean;
            readonly search: boolean;
        };
        /** @description What is true of an entity whatever view shows it. */
        readonly ScreenHeading: {
            readonly entity: string;
            readonly singular: string;
            readonly plural: string;
            readonly icon?: string;
            readonly label: string;
            readonly locale: string;
            readonly features: components["schemas"]["ScreenFeatures"];
            readonly fields: components["schemas"]["ScreenFields"];
            readonly may: {
                readonly [key: string]: components["schemas"]["ScreenMay"];
            };
        };
        readonly ScreenView: {
            readonly name: string;
            readonly kind: string;
            readonly title?: string;
            readonly icon?: string;
        };
        /** @description All fields and views of an entity. */
        readonly ScreenEntity: components["schemas"]["ScreenHeading"] & {
            readonly key: readonly string[];
            readonly views: readonly components["schemas"]["ScreenView"][];
            readonly related: readonly components["schemas"]["ScreenRelated"][];
        };
        /** @description Records that were found by words. */
        readonly Findings: {
            readonly data: readonly components["schemas"]["Found"][];
            /** @description Nothing is called so; these nearly are. */
            readonly near: boolean;
            /** @description Whether all was looked through in time. */
            readonly complete: boolean;
        };
        readonly Found: {
            readonly entity: string;
            readonly id: string;
            readonly title: string;
            /** @description What its entity is called. */
            readonly kind: string;
            readonly icon?: string;
        };
        /** @description Records that lead to one of the entity. */
        readonly ScreenRelated: {
            readonly entity: string;
            /** @description The field that links. */
            readonly by: string;
            readonly title: string;
            readonly icon?: string;
        };
        readonly ScreenFilter: {
            readonly name: string;
            readonly title: string;
            readonly filter: string;
            readonly default: boolean;
        };
        /** @description One view: a form has tabs, the others have columns. */
        readonly Screen: components["schemas"]["ScreenHeading"] & {
            readonly view: string;
            readonly kind: string;
            readonly title: string;
            readonly tabs?: readonly components["schemas"]["ScreenTab"][];
            readonly columns?: readonly components["schemas"]["ScreenPlaced"][];
            readonly uses?: {
                readonly [key: string]: readonly string[];
            };
            /** @description Which records it shows at all. */
            readonly filter?: string;
            readonly sort?: readonly string[];
            /** @description How many records show before one asks for more: of a gallery, a column of a kanban, a group of a list. */
            readonly limit?: number;
            readonly filters?: readonly components["schemas"]["ScreenFilter"][];
            readonly colors?: readonly {
                readonly when: components["schemas"]["Tree"];
                readonly color: string;
            }[];
            readonly actions: readonly components["schemas"]["ScreenAction"][];
            readonly workflows?: readonly components["schemas"]["ScreenWorkflow"][];
        };
        /** @description The states of a field, and the steps between them. */
        readonly ScreenWorkflow: {
            readonly name: string;
            readonly field: string;
            readonly initial: string;
            readonly states: {
                readonly [key: string]: {
                    readonly title: string;
                    readonly color?: string;
                    readonly final: boolean;
                    readonly readOnly: readonly string[];
                    readonly required: readonly string[];
                };
            };
            readonly transitions: {
                readonly [key: string]: {
                    readonly title: string;
                    readonly from: readonly string[];
                    readonly to: string;
                    /** @enum {string} */
                    readonly comment: "required" | "optional";
                    readonly icon?: string;
                    readonly confirm?: string;
                };
            };
        };
        readonly MenuItem: {
            readonly name: string;
            readonly title: string;
            readonly icon?: string;
            readonly entity?: string;
            readonly view?: string;
            readonly filter?: string;
            readonly dashboard?: string;
            readonly report?: string;
            readonly page?: string;
            readonly items?: readonly components["schemas"]["MenuItem"][];
        };
        readonly Menu: {
            readonly name: string;
            readonly pack: string;
            readonly title: string;
            readonly items: readonly components["schemas"]["MenuItem"][];
        };
        /** @description A file as the engine tells of it. */
        readonly StoredFile: {
            readonly id: string;
            readonly name: string;
            readonly media_type: string;
            /** @description In bytes. */
            readonly size: number;
            readonly content_version: number;
            readonly owner: string;
            readonly updated_at: string;
            readonly links: {
                readonly content: string;
                readonly preview?: string;
            };
        };
        /** @description One of the contents that a file has had. */
        readonly FileVersion: {
            readonly content_version: number;
            readonly name: string;
            readonly size: number;
            readonly at: string;
        };
        /** @enum {string} */
        readonly DateOrder: "ymd" | "dmy" | "mdy";
        /** @description How a file is taken in. */
        readonly ImportOrder: {
            readonly format: string;
            /** @description The field of each column; columns that are not named are left out. */
            readonly columns: {
                readonly [key: string]: string;
            };
            readonly key: readonly string[];
            readonly dryRun: boolean;
            readonly partial: boolean;
            readonly dates: components["schemas"]["DateOrder"];
            /** @enum {string} */
            readonly decimals: "." | ",";
            /** @description The function of a pack that makes of each row what is taken in. */
            readonly hook?: string;
        };
        /** @enum {string} */
        readonly ImportStatus: "waiting" | "running" | "done" | "failed" | "stopped" | "undoing" | "undone";
        /** @description A file that is, was or will be taken in. */
        readonly ImportRun: {
            readonly id: string;
            readonly file_name: string;
            readonly status: components["schemas"]["ImportStatus"];
            /** @description How much of the file is read, in percent; decimals come as text. */
            readonly share: number | string;
            readonly rows: number;
            readonly created: number;
            readonly updated: number;
            readonly unchanged: number;
            readonly refused: number;
            readonly kept: boolean;
            readonly undoable: boolean;
            readonly problem: string | null;
            readonly undone: number | null;
            readonly left: number | null;
            readonly created_at: string;
            readonly order: components["schemas"]["ImportOrder"];
            readonly errors?: readonly {
                readonly row: number;
                readonly errors: readonly components["schemas"]["Fault"][];
            }[];
        };
        /** @description The beginning of a file. */
        readonly ImportPreview: {
            readonly columns: readonly string[];
            readonly rows: readonly {
                readonly [key: string]: unknown;
            }[];
            /** @description The functions of packs that the rows may be sent through. */
            readonly hooks: readonly string[];
        };
        readonly ImportTemplate: {
            readonly name: string;
            readonly order: components["schemas"]["ImportOrder"];
        };
        /** @description Something that somebody was told. */
        readonly Notification: {
            readonly id: string;
            readonly kind: string;
            readonly title: string;
            readonly body: string | null;
            /** @enum {string} */
            readonly priority: "low" | "normal" | "high" | "urgent";
            readonly record: {
                readonly entity: string;
                readonly id: string;
            } | null;
            /** @description How many things of one kind about one record it stands for. */
            readonly count: number;
            readonly updated_at: string;
            readonly read_at: string | null;
            readonly snoozed_until: string | null;
        };
        /** @description How somebody wants to be told of things of a kind. */
        readonly NotifyWish: {
            readonly in_app: boolean;
            /** @enum {string} */
            readonly mail: "never" | "at_once" | "daily" | "weekly";
        };
        /** @description What a report is, shortly. */
        readonly ReportBrief: {
            readonly name: string;
            readonly title: string;
            readonly description?: string;
            readonly entity: string;
            readonly chart: string;
        };
        readonly ReportDimension: {
            /** @description What the rows call it. */
            readonly key: string;
            readonly field: string;
            readonly expression: string;
            readonly title: string;
            readonly type?: string;
            /** @enum {string} */
            readonly grain?: "day" | "week" | "month" | "quarter" | "year";
            /** @description What the rows call the name of a link's record. */
            readonly label?: string;
        };
        readonly ReportMeasure: {
            readonly key: string;
            readonly title: string;
            readonly expression: string;
        };
        readonly Report: components["schemas"]["ReportBrief"] & {
            readonly filter?: string;
            readonly dimensions: readonly components["schemas"]["ReportDimension"][];
            readonly measures: readonly components["schemas"]["ReportMeasure"][];
        };
        readonly DashboardCard: components["schemas"]["ReportBrief"] & {
            readonly width: number;
            readonly height: number;
        };
        readonly Dashboard: {
            readonly name: string;
            readonly title: string;
            readonly cards: readonly components["schemas"]["DashboardCard"][];
        };
        /** @description One change of a record. */
        readonly Change: {
            readonly at: string;
            readonly version: number | null;
            readonly action: string;
            readonly actor: {
                readonly id: string;
                readonly name: string | null;
            } | null;
            readonly changes: readonly {
                readonly field: string;
                readonly title: string;
                readonly old: components["schemas"]["Json"];
                readonly new: components["schemas"]["Json"];
                readonly oldLabel: string | null;
                readonly newLabel: string | null;
            }[];
            /** @description Of steps of a workflow and agreements. */
            readonly details?: {
                readonly workflow?: string;
                readonly transition?: string;
                /** @description The state before; of a step that was taken. */
                readonly from?: string;
                /** @description The state after; of an agreement that was passed on, the id of the user. */
                readonly to?: string;
                readonly comment?: string;
                /** @description The steps that followed from it. */
                readonly also?: readonly {
                    readonly workflow: string;
                    readonly transition: string;
                    readonly from: string;
                    readonly to: string;
                }[];
            } | null;
        };
        /** @description An entity that the caller may see, in few words. */
        readonly EntityHead: {
            readonly name: string;
            readonly title: string;
            readonly plural: string;
            readonly label: string;
            readonly shape: string;
            readonly icon?: string;
        };
        /** @description A step of a workflow, as the engine offers it for a record. */
        readonly WorkflowStep: {
            readonly name: string;
            readonly title: string;
            readonly field: string;
            readonly to: string;
            readonly toTitle: string;
            readonly allowed: boolean;
            /** @description Why it cannot be taken; a path only where it is because of a field. */
            readonly reasons: readonly {
                readonly path?: string;
                readonly code: string;
                readonly message: string;
                readonly hint?: string;
            }[];
            /** @enum {string} */
            readonly comment: "required" | "optional";
            /** @description What to ask before it is taken. */
            readonly confirm?: string;
            readonly icon?: string;
            readonly workflow: string;
            readonly from: string;
            /** @description Empty fields that stand in its way, or that the state it leads to demands. */
            readonly fields: readonly string[];
            /** @description How far those are who must agree to it. */
            readonly approvals?: {
                readonly stage: number;
                readonly needed: number;
                readonly approved: number;
                /** @description Who has not decided yet. */
                readonly asked: readonly string[];
            };
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

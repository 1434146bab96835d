import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

/** What the engine tells of a screen. */
export type Option = Schemas["ScreenOption"];

/** Where a link leads. */
export type Target = Schemas["ScreenTarget"];

export type Field = Schemas["ScreenField"];

export type Fields = Schemas["ScreenFields"];

/** A field where a view places it, with what the place says otherwise. */
export type Placed = Schemas["ScreenPlaced"];

export type Section = Schemas["ScreenSection"];

export type Tab = Schemas["ScreenTab"];

export type Action = Schemas["ScreenAction"];

/** On which records the caller may do something. */
export type May = Schemas["ScreenMay"];

export type Features = Schemas["ScreenFeatures"];

export type View = Schemas["ScreenView"];

/** All fields and views of an entity. */
export type Entity = Schemas["ScreenEntity"];

/** Records that lead to one of an entity. */
export type Related = Schemas["ScreenRelated"];

export type NamedFilter = Schemas["ScreenFilter"];

/** One view: a form has tabs, the others have columns. */
export type Screen = Schemas["Screen"];

/** The states of a field, and the steps between them. */
export type Workflow = Schemas["ScreenWorkflow"];

export type MenuItem = Schemas["MenuItem"];

export type Menu = Schemas["Menu"];

/** An entity that the caller may see, in few words. */
export type EntityHead = Schemas["EntityHead"];

import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

export type DateOrder = Schemas["DateOrder"];

/** How a file is taken in. */
export type ImportOrder = Schemas["ImportOrder"];

/** A file that is, was or will be taken in. */
export type ImportRun = Schemas["ImportRun"];

/** The beginning of a file. */
export type ImportPreview = Schemas["ImportPreview"];

export type ImportTemplate = Schemas["ImportTemplate"];

import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

/** A file as the engine tells of it. */
export type StoredFile = Schemas["StoredFile"];

/** One of the contents that a file has had. */
export type FileVersion = Schemas["FileVersion"];

import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

/** A company in which the user may work. */
export type Company = Schemas["Company"];

/** A site to which the user may go from here. */
export type Site = Schemas["Site"];

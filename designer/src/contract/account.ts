import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

/** The caller about himself; what he does not prefer is null. */
export type Me = Schemas["Me"];

/** Somebody else's sign-in that people may use here. */
export type Provider = Schemas["Provider"];

/** What is wrong with one part of what was sent. */
export type Fault = Schemas["Fault"];

/** An answer that says no (RFC 9457). */
export type Problem = Schemas["Problem"];

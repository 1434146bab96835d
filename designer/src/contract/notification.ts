import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

/** Something that somebody was told. */
export type Notification = Schemas["Notification"];

/** How somebody wants to be told of things of a kind. */
export type NotifyWish = Schemas["NotifyWish"];

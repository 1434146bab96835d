import { Marked } from "marked";

const reader = new Marked({ gfm: true, breaks: true });

/** The HTML of a Markdown text. It is shown cleaned only: a text may hold any HTML. */
export const htmlOf = (markdown: string): string => reader.parse(markdown, { async: false });

import type { Extension } from "@codemirror/state";

type Load = () => Promise<Extension>;

const script =
  (options: { readonly typescript?: boolean; readonly jsx?: boolean }): Load =>
  async () =>
    (await import("@codemirror/lang-javascript")).javascript(options);

/** Languages by the names that definitions use; each is fetched when a text of it is shown. */
const LANGUAGES: Readonly<Record<string, Load>> = {
  javascript: script({}),
  js: script({}),
  typescript: script({ typescript: true }),
  ts: script({ typescript: true }),
  jsx: script({ jsx: true }),
  json: async () => (await import("@codemirror/lang-json")).json(),
  yaml: async () => (await import("@codemirror/lang-yaml")).yaml(),
  yml: async () => (await import("@codemirror/lang-yaml")).yaml(),
  sql: async () => (await import("@codemirror/lang-sql")).sql(),
  html: async () => (await import("@codemirror/lang-html")).html(),
  xml: async () => (await import("@codemirror/lang-xml")).xml(),
  markdown: async () => (await import("@codemirror/lang-markdown")).markdown(),
  python: async () => (await import("@codemirror/lang-python")).python(),
};

/** What colours a language; null for one that is not known, whose texts are plain. */
export const languageOf = async (name: string | undefined): Promise<Extension | null> => (await LANGUAGES[name?.toLowerCase() ?? ""]?.()) ?? null;

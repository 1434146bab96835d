import { createElement, type ReactNode, useMemo } from "react";
import { IntlProvider, useIntl } from "react-intl";
import english from "./en.json";

export type TextId = keyof typeof english;
export type Values = Readonly<Record<string, string | number | boolean | Date>>;
export type Words = (id: TextId, values?: Values) => string;

type Texts = Readonly<Record<string, string>>;

/** The languages that the screens speak whole; others are brought by packs, and speak English where these have no words. */
export const LANGUAGES: Readonly<Record<string, string>> = { en: "English", fr: "Français" };

const loaders: Readonly<Record<string, () => Promise<Texts>>> = {
  fr: async () => (await import("./fr.json")).default,
};

const loaded = new Map<string, Texts>([["en", english]]);

const languageOf = (locale: string) => locale.split("-")[0] ?? "en";

/** Between words that are read from the right, English keeps its full stops where they belong. */
const inEnglish = (): Texts => Object.fromEntries(Object.entries(english).map(([id, text]) => [id, `\u2066${text}\u2069`]));

/** Brings the texts of a language, so that the next screen speaks it; `brought` reads those that packs have of others. */
export async function loadTexts(locale: string, brought: (locale: string) => Promise<Texts>): Promise<void> {
  const language = languageOf(locale);
  const load = loaders[language];
  if (load && !loaded.has(language)) loaded.set(language, { ...english, ...(await load()) });
  if (!load && language !== "en" && !loaded.has(locale)) loaded.set(locale, { ...inEnglish(), ...(await brought(locale)) });
}

export function Texts({ locale, children }: { readonly locale: string; readonly children: ReactNode }) {
  const messages = loaded.get(languageOf(locale)) ?? loaded.get(locale) ?? english;
  return createElement(IntlProvider, { locale, messages, defaultLocale: "en", onError: reporting(languageOf(locale) in LANGUAGES) }, children);
}

/** A locale that the browser knows no plural rules of is no reason to show nothing, nor is a text of a pack that cannot be understood. */
const reporting = (isOurs: boolean) => (failure: { readonly code: string }) => {
  if (isOurs && failure.code !== "MISSING_DATA" && failure.code !== "MISSING_TRANSLATION") throw failure;
};

/** The words of the screens, in the user's language. */
export function useWords(): Words {
  const intl = useIntl();
  return useMemo<Words>(() => (id, values) => intl.formatMessage({ id }, values as Record<string, string>), [intl]);
}

export const useLocale = () => useIntl().locale;

import { queryOptions } from "@tanstack/react-query";
import { get, query } from "./client.ts";

/** What packs bring of the screens' own texts: in which languages, and those in one of them. */
interface Brought {
  readonly languages: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

export const interfaceTextsQuery = (locale: string) => {
  return queryOptions({ queryKey: ["interfaceTexts", locale], queryFn: () => get<Brought>(`/api/screens/texts${query({ locale: locale || undefined })}`), staleTime: Infinity });
};

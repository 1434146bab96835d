import { useQueries } from "@tanstack/react-query";
import { anyLabelQuery } from "../../../data/anyLabels.ts";

/** What a record is called, which is one of the entities named. */
export function AnyName({ entity, id }: { readonly entity: string | readonly string[]; readonly id: string }) {
  const found = useQueries({ queries: [entity].flat().map((each) => anyLabelQuery(each, id)) });
  return <>{found.map(({ data }) => data).find((name) => name) ?? "–"}</>;
}

import { useQuery } from "@tanstack/react-query";
import { base, get, placeOf, query } from "../../data/client.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";

interface Choice {
  readonly name: string;
  readonly title: string;
}

interface Props {
  readonly entity: string;
  readonly id: string;
  readonly onChosen: () => void;
}

/** What a record can be printed as; each opens as a PDF beside the workspace. */
export function PrintEntries({ entity, id, onChosen }: Props) {
  const t = useWords();
  const { data = [] } = useQuery({
    queryKey: ["prints", entity],
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await get<{ data: readonly Choice[] }>(`${placeOf(entity)}/print`, signal)).data,
  });
  return data.map(({ name, title }) => (
    <a key={name} role="menuitem" className="plain menu-entry" href={`${base}${placeOf(entity)}/${id}/print/${name}${query({ format: "pdf" })}`} target="_blank" rel="noreferrer" onClick={onChosen}>
      <Glyph name="print" /> {t("print.as", { title })}
    </a>
  ));
}

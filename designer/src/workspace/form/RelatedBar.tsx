import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Entity, Related } from "../../contract/screen.ts";
import { countQuery } from "../../data/records.ts";
import { quote } from "../../render/condition/condition.ts";
import { useFormats } from "../../render/format/formats.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";

/** More kinds than these are counted for nobody. */
const MOST = 12;

const filterOf = ({ by }: Related, id: string) => `${by} == ${quote(id)}`;

/** The records that lead to this one, by kind: how many there are, and the way to them. */
export function RelatedBar({ entity, id }: { readonly entity: Entity; readonly id: string }) {
  const t = useWords();
  const formats = useFormats();
  // Those of its own pack say most of a record.
  const own = (kind: Related) => kind.entity.split(".")[0] === entity.entity.split(".")[0];
  const kinds = [...entity.related.filter(own), ...entity.related.filter((kind) => !own(kind))].slice(0, MOST);
  const counts = useQueries({
    queries: kinds.map((kind) => countQuery({ entity: kind.entity, filter: filterOf(kind, id) })),
  });
  if (kinds.length === 0) return null;
  return (
    <nav className="related" aria-label={t("form.related")}>
      {kinds.map((kind, index) => {
        const [pack = "", name = ""] = kind.entity.split(".");
        const count = counts[index]?.data;
        return (
          <Link key={`${kind.entity} ${kind.by}`} to="/$pack/$entity" params={{ pack, entity: name }} search={{ filter: filterOf(kind, id), on: "-" }} className="related-kind" data-none={count === 0 || undefined}>
            <Glyph name={kind.icon ?? "document"} size={14} />
            <span>
              {kind.title}
              <span className="unseen">: </span>
            </span>
            <span className="related-count number">{count === undefined || count === null ? "" : formats.number(count)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

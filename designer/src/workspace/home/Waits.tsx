import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { waitingQuery } from "../../data/approvals.ts";
import { useFormats } from "../../render/format/formats.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";

/** What others wait for: steps to which the user is asked to agree. */
export function Waits() {
  const t = useWords();
  const formats = useFormats();
  const { data = [] } = useQuery(waitingQuery);
  if (data.length === 0) return null;
  return (
    <section>
      <h2>{t("approval.mine")}</h2>
      <div className="tiles">
        {data.map(({ id, record, label, title, since }) => {
          const [pack = "", entity = ""] = record.entity.split(".");
          return (
            <Link key={id} to="/$pack/$entity/$id" params={{ pack, entity, id: record.id }} search={{}} className="tile">
              <span className="tile-icon">
                <Glyph name="accept" />
              </span>
              <span className="grow">
                <span className="ellipsis tile-title">{label}</span>
                <small className="muted ellipsis">{[title, formats.ago(since)].filter(Boolean).join(" · ")}</small>
              </span>
            </Link>
          );
        })}
      </div>
    </section>
  );
}

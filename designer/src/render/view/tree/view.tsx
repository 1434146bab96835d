import "../common/common.css";
import "./tree.css";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Entry } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import { readGroups, recordsKey } from "../../../data/records.ts";
import { quote } from "../../condition/condition.ts";
import { useFormats } from "../../format/formats.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { shown, valueAt } from "../../record/Value.tsx";
import { useWords } from "../../text/text.ts";
import { colorMark, colorOf, fieldsOf, labelOf, shownPaths, useRecords, wantedFor } from "../common/records.ts";
import { Empty } from "../list/Empty.tsx";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";

const MOST = 500;
const MOST_VALUES = 4;

/** Records below their parents, read as they are opened. */
export function View(props: ViewProps) {
  const { entity, screen, asked } = props;
  const parent = screen.uses?.["parent"]?.[0] ?? "parent";
  const parents = useQuery({
    queryKey: [...recordsKey(entity.entity), "parents", parent],
    queryFn: ({ signal }) => readGroups({ entity: entity.entity, filter: `${parent} != null`, groupBy: [parent], measures: { count: "count()" }, limit: MOST }, signal),
  });
  const withChildren = useMemo(() => new Set((parents.data ?? []).map((group) => idOf(group[parent]) ?? "")), [parents.data, parent]);
  const searching = asked.filter !== undefined || asked.q !== undefined;
  return (
    <div className="view-scroll">
      <Branch {...props} parent={parent} of={searching ? undefined : null} level={0} withChildren={searching ? new Set() : withChildren} />
    </div>
  );
}

interface BranchProps extends ViewProps {
  readonly parent: string;
  /** Whose children: null for those at the top, undefined for all that were found. */
  readonly of: string | null | undefined;
  readonly level: number;
  readonly withChildren: ReadonlySet<string>;
}

function Branch(props: BranchProps) {
  const { entity, screen, asked, parent, of, level } = props;
  const t = useWords();
  const fields = useMemo(() => fieldsOf(screen, entity), [screen, entity]);
  const filter = of === undefined ? undefined : of === null ? `${parent} == null` : `${parent} == ${quote(of)}`;
  const { data, error, refetch, isPending } = useRecords(wantedFor(entity, asked, fields, MOST, filter));
  if (error) return <Problem failure={error} onRetry={() => void refetch()} />;
  const records = data?.data ?? [];
  if (level === 0 && !isPending && records.length === 0) return <Empty {...props} />;
  return (
    <ul {...(level === 0 && { className: "tree", "aria-label": screen.title })} aria-busy={isPending}>
      {records.map((record) => (
        <Twig key={String(record["id"])} {...props} record={record} />
      ))}
      {data?.page.next && <li className="tree-line muted" style={{ "--level": level } as React.CSSProperties}>{t("tree.first", { count: MOST })}</li>}
    </ul>
  );
}

function Twig(props: BranchProps & { readonly record: Entry }) {
  const { entity, screen, record, level, withChildren, addressOf, onOpen } = props;
  const t = useWords();
  const formats = useFormats();
  const where = useCircumstances();
  const [open, setOpen] = useState(false);
  const id = String(record["id"]);
  const mark = colorMark(colorOf(record, screen, where));
  const label = labelOf(record, entity.label);
  const values = shownPaths(screen).filter((path) => path !== entity.label);
  return (
    <li data-id={id}>
      <div className={`tree-line ${mark.className}`} style={{ ...mark.style, "--level": level } as React.CSSProperties}>
        {withChildren.has(id) ? (
          <button type="button" className="plain tree-toggle" aria-expanded={open} aria-label={t(open ? "tree.close" : "tree.open", { label })} onClick={() => setOpen(!open)}>
            {open ? "▾" : document.dir === "rtl" ? "◂" : "▸"}
          </button>
        ) : (
          <span className="tree-toggle" />
        )}
        <a
          className="tree-name ellipsis"
          href={addressOf(id)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(id);
          }}
        >
          {label}
        </a>
        {values.slice(0, MOST_VALUES).map((path) => {
          const field = screen.fields[path] ?? entity.fields[path];
          const value = field && shown(valueAt(record, path), field, { record, formats, t });
          return value ? (
            <span key={path} className="tree-value" title={field?.title}>
              <span className="unseen">{field?.title}: </span>
              {value}
            </span>
          ) : null;
        })}
      </div>
      {open && <Branch {...props} of={id} level={level + 1} />}
    </li>
  );
}

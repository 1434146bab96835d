import "./list.css";
import { useEffect, useMemo } from "react";
import { useKept } from "../../control/kept.ts";
import { keep } from "../../control/kept.ts";
import { useFormats } from "../../format/formats.ts";
import { useWords } from "../../text/text.ts";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";
import { columnsOf } from "./columns.ts";
import { Empty } from "./Empty.tsx";
import { Grid } from "./Grid.tsx";
import { fieldsFor, useGroups, useRows, wantedOf } from "./rows.ts";

/** What one has set up of a list's looks; it is kept in the browser, the rest stands in the address. */
export interface Setup {
  readonly widths: Readonly<Record<string, number>>;
  /** How many columns stay while the others are scrolled. */
  readonly frozen: number;
}

const USUAL: Setup = { widths: {}, frozen: 1 };
const NONE: readonly string[] = [];

export function View(props: ViewProps) {
  const { entity, screen, asked } = props;
  const t = useWords();
  const formats = useFormats();
  const [setup, setSetup] = useKept<Setup>(`armature.list.${entity.entity}.${screen.view}`, USUAL);
  const columns = useMemo(() => columnsOf(screen, entity, asked.columns, setup.widths), [screen, entity, asked.columns, setup.widths]);
  const fields = useMemo(() => fieldsFor(columns, screen, entity), [columns, screen, entity]);
  const [openKeys, setOpenKeys] = useKept<readonly string[]>(`armature.open.${entity.entity}.${asked.group ?? ""}`, NONE);
  const open = useMemo(() => new Set(openKeys), [openKeys]);
  const grouped = asked.group !== undefined;
  const rows = useRows(wantedOf(entity, asked, fields), !grouped);
  const groups = useGroups(entity, asked, columns, fields, open);
  const lines = grouped ? groups.lines : rows.lines;
  const failure = grouped ? groups.groups.error : rows.query.error;
  const pending = grouped ? groups.groups.isPending : rows.query.isPending;
  useNeighbours(entity.entity, lines.flatMap((line) => (line.kind === "record" ? [line.id] : [])));
  if (failure && lines.length === 0) return <Problem failure={failure} onRetry={() => void (grouped ? groups.groups : rows.query).refetch()} />;
  if (!pending && lines.length === 0) return <Empty {...props} />;
  const toggle = (key: string) => setOpenKeys(open.has(key) ? openKeys.filter((each) => each !== key) : [...openKeys, key]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = rows.query;
  return (
    <Grid
      {...props}
      columns={columns}
      lines={lines}
      count={grouped ? lines.length : (rows.count ?? lines.length)}
      more={!grouped && hasNextPage}
      busy={pending}
      setup={setup}
      open={open}
      around={{ formats, t }}
      onSetup={setSetup}
      onToggle={toggle}
      onMore={() => !isFetchingNextPage && void fetchNextPage()}
    />
  );
}

/** Remembers which records stand in the list, so that forms know the next and the previous. */
function useNeighbours(entity: string, ids: readonly string[]): void {
  const text = ids.join();
  useEffect(() => {
    if (text !== "") keep(`armature.neighbours.${entity}`, text.split(","));
  }, [entity, text]);
}

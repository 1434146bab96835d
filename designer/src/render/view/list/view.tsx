import "./list.css";
import { useEffect, useMemo, useState } from "react";
import { useKept } from "../../control/kept.ts";
import { keep } from "../../control/kept.ts";
import { useFormats } from "../../format/formats.ts";
import { useWords } from "../../text/text.ts";
import { Problem } from "../Problem.tsx";
import { NO_VIEW, type ViewProps } from "../view.ts";
import { columnsOf } from "./columns.ts";
import { Empty } from "./Empty.tsx";
import { Grid } from "./Grid.tsx";
import { readLook, type Setup, USUAL, writeLook } from "./setup.ts";
import { IN_GROUP, MOST_IN_GROUP, useGroups } from "./groups.ts";
import { idsOf } from "./lines.ts";
import { fieldsFor, useRows, wantedOf } from "./rows.ts";

const NONE: readonly string[] = [];

export function View(props: ViewProps) {
  const { entity, screen, asked } = props;
  const t = useWords();
  const formats = useFormats();
  // Rows are painted anew when it changes.
  const around = useMemo(() => ({ formats, t }), [formats, t]);
  const { setup, setSetup } = useSetup(props);
  const columns = useMemo(() => columnsOf(screen, entity, asked.columns, setup.widths), [screen, entity, asked.columns, setup.widths]);
  const fields = useMemo(() => fieldsFor(columns, screen, entity), [columns, screen, entity]);
  const [openKeys, setOpenKeys] = useKept<readonly string[]>(`armature.open.${entity.entity}.${asked.group ?? ""}`, NONE);
  const open = useMemo(() => new Set(openKeys), [openKeys]);
  const grouped = asked.group !== undefined;
  const rows = useRows(wantedOf(entity, asked, fields), !grouped);
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});
  const limitOf = (group: string) => limits[group] ?? screen.limit ?? IN_GROUP;
  const groups = useGroups(entity, asked, columns, fields, open, limitOf);
  const lines = grouped ? groups.lines : rows.lines;
  const failure = grouped ? groups.groups.error : rows.query.error;
  const pending = grouped ? groups.groups.isPending : rows.query.isPending;
  useNeighbours(entity.entity, idsOf(lines.known));
  // What an address asks for may not be there: then the way back is at hand.
  const reset = () => props.onAsk({ filter: undefined, q: undefined, sort: [], group: undefined, columns: undefined });
  if (failure && lines.length === 0) return <Problem failure={failure} onRetry={() => void (grouped ? groups.groups : rows.query).refetch()} onReset={reset} />;
  if (!pending && lines.length === 0) return <Empty {...props} />;
  const toggle = (key: string) => setOpenKeys(open.has(key) ? openKeys.filter((each) => each !== key) : [...openKeys, key]);
  return (
    <Grid
      {...props}
      columns={columns}
      lines={lines}
      busy={pending}
      setup={setup}
      open={open}
      around={around}
      onSetup={setSetup}
      onToggle={toggle}
      onRest={({ group, filter }) => {
        if (limitOf(group) < MOST_IN_GROUP) setLimits({ ...limits, [group]: MOST_IN_GROUP });
        else props.onList(filter);
      }}
    />
  );
}

/** What the address says of the columns' looks, else what this browser remembers; while a column is dragged, what the hand does. */
function useSetup({ entity, screen, asked, onAsk }: ViewProps) {
  const [kept, setKept] = useKept<Setup>(`armature.list.${entity.entity}.${screen.view}`, USUAL);
  const [dragged, setDragged] = useState<Setup | null>(null);
  const said = useMemo(() => (asked.look === undefined ? null : readLook(asked.look)), [asked.look]);
  const setSetup = (setup: Setup, isFinal: boolean) => {
    setDragged(isFinal ? null : setup);
    if (!isFinal) return;
    if (asked.saved === undefined || asked.saved === NO_VIEW) setKept(setup);
    onAsk({ look: writeLook(setup) });
  };
  return { setup: dragged ?? said ?? kept, setSetup };
}

/** Remembers which records stand in the list, so that forms know the next and the previous. */
function useNeighbours(entity: string, ids: readonly string[]): void {
  const text = ids.join();
  useEffect(() => {
    if (text !== "") keep(`armature.neighbours.${entity}`, text.split(","));
  }, [entity, text]);
}

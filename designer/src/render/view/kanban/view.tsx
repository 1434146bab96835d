import "../common/common.css";
import "./kanban.css";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Entry, Json } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import type { Field } from "../../../contract/screen.ts";
import { keeper } from "../../../data/keeper.ts";
import { readGroups, readPage, recordsKey } from "../../../data/records.ts";
import { screenQuery } from "../../../data/screens.ts";
import type { Said, Step } from "../../../data/steps.ts";
import { quote } from "../../condition/condition.ts";
import { isFree } from "../../control/keys.ts";
import { say } from "../../control/toast.ts";
import { useFormats } from "../../format/formats.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { StepComment } from "../../step/StepComment.tsx";
import { useWords } from "../../text/text.ts";
import { fieldsOf, wantedFor } from "../common/records.ts";
import { arrive, cameBack, leaveAt } from "../list/back.ts";
import { Problem, wordsFor } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";
import { type Column, Lane } from "./Lane.tsx";
import { moveOnBoard } from "./keys.ts";
import { move, type Moved, take } from "./move.ts";

const FIRST = 40;
const MORE = 60;

/** A column for each option of a field; moving a card moves the record. */
export function View(props: ViewProps) {
  const { entity, screen, asked } = props;
  const t = useWords();
  const formats = useFormats();
  const where = useCircumstances();
  const name = screen.uses?.["column"]?.[0] ?? "";
  const field = screen.fields[name] ?? entity.fields[name];
  const columns = useColumns(field);
  const fields = useMemo(() => fieldsOf(screen, entity, [name]), [screen, entity, name]);
  const first = screen.limit ?? FIRST;
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});
  const [busy, setBusy] = useState<string | null>(null);
  const [commented, setCommented] = useState<{ readonly id: string; readonly step: Step } | null>(null);
  const wanted = columns.map(({ key }) => wantedFor(entity, asked, fields, limits[key] ?? first, `${name} == ${quote(key)}`));
  const pages = useQueries({
    queries: wanted.map((each) => ({
      queryKey: [...recordsKey(entity.entity), "list", each],
      queryFn: ({ signal }: { signal: AbortSignal }) => readPage(each, null, signal),
      placeholderData: keepPreviousData,
    })),
  });
  const base = { entity: entity.entity, ...(asked.filter && { filter: asked.filter }), ...(asked.q && { q: asked.q }) };
  const counts = useQuery({
    queryKey: [...recordsKey(entity.entity), "board", name, base],
    queryFn: ({ signal }) => readGroups({ ...base, groupBy: [name], measures: { count: "count()" } }, signal),
    placeholderData: keepPreviousData,
  });
  const board = useRef<HTMLDivElement>(null);
  /** The card that was moved, or that one comes back to: the keys go along. */
  const carried = useRef<string | null>(useState(cameBack)[0]?.id ?? null);
  useEffect(() => {
    const card = carried.current === null ? null : board.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(carried.current)}"] .card-name`);
    if (isFree()) card?.focus();
    else if (document.activeElement !== card) carried.current = null;
  });
  if (field?.to && columns.length === 0) return <div className="board" aria-busy="true" />;
  if (!field || columns.length === 0) return <div className="empty">{t("list.viewMissing")}</div>;
  const failed = pages.find(({ error }) => error);
  if (failed?.error) return <Problem failure={failed.error} onRetry={() => void failed.refetch()} />;

  const tell = (moved: Moved, record: Entry, to: Column) => {
    switch (moved.kind) {
      case "done":
        return say(t("kanban.moved", { column: to.title }));
      case "comment":
        return setCommented({ id: String(record["id"]), step: moved.step });
      case "refused":
        return say(moved.reasons.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join(" "), { tone: "negative" });
      case "noWay":
        return say(
          moved.others.length > 0 ? t("kanban.noWay", { column: to.title, others: moved.others.map(({ toTitle }) => toTitle).join(", ") }) : t("kanban.noWayAtAll", { column: to.title }),
          { tone: "negative" },
        );
    }
  };
  const moveTo = async (record: Entry, to: Column) => {
    if (keyOf(record[name]) === to.key) return;
    setBusy(String(record["id"]));
    carried.current = String(record["id"]);
    try {
      tell(await move(entity.entity, record, name, to.key), record, to);
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    } finally {
      setBusy(null);
    }
  };
  const open = (id: string) => {
    leaveAt(entity.entity, { row: 0, column: 1, id, offset: 0, base: 0 });
    props.onOpen(id);
  };
  return (
    <div ref={board} className="board" role="group" aria-label={screen.title} tabIndex={-1} onKeyDownCapture={arrive} onPointerDownCapture={arrive} onKeyDown={moveOnBoard}>
      {columns.map((column, index) => (
        <Lane
          key={column.key}
          {...props}
          onOpen={open}
          column={column}
          columns={columns}
          records={pages[index]?.data?.data ?? []}
          count={Number(counts.data?.find((group) => keyOf(group[name]) === column.key)?.["count"] ?? pages[index]?.data?.data.length ?? 0)}
          busy={busy}
          around={{ formats, t }}
          where={where}
          onMove={(id, to) => {
            const record = pages.flatMap(({ data }) => data?.data ?? []).find((each) => each["id"] === id);
            if (record) void moveTo(record, to);
          }}
          onMore={() => setLimits({ ...limits, [column.key]: (limits[column.key] ?? first) + MORE })}
        />
      ))}
      {commented && <Commented entity={entity.entity} {...commented} onClose={() => setCommented(null)} />}
    </div>
  );
}

const MOST_COLUMNS = 40;
const keyOf = (value: Json | undefined) => idOf(value) ?? value;

/** The options of a field; of a link, the records that it leads to, in the order of their own list. */
function useColumns(field: Field | undefined): readonly Column[] {
  const target = field?.to;
  const label = target?.label ?? "id";
  const { data } = useQuery({
    queryKey: [...recordsKey(target?.entity ?? ""), "columns", label],
    queryFn: async ({ signal }) => {
      const entity = target?.entity ?? "";
      const { sort = [] } = await keeper.ensureQueryData(screenQuery(entity, "list"));
      return (await readPage({ entity, fields: ["id", label], limit: MOST_COLUMNS, sort }, null, signal)).data;
    },
    enabled: target !== undefined,
  });
  return useMemo(() => {
    if (target) return (data ?? []).map((record, index) => ({ key: String(record["id"]), title: String(record[label] ?? ""), index }));
    return (field?.options ?? []).map((option, index) => ({ ...option, index }));
  }, [field, target, label, data]);
}

interface CommentedProps {
  readonly entity: string;
  readonly id: string;
  readonly step: Step;
  readonly onClose: () => void;
}

/** Some steps want a word on why. */
function Commented({ entity, id, step, onClose }: CommentedProps) {
  const t = useWords();
  const go = async (said: Said) => {
    try {
      await take(entity, id, step, said);
      onClose();
      say(t("kanban.moved", { column: step.toTitle }));
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  return <StepComment entity={entity} step={step} onGo={(said) => void go(said)} onClose={onClose} />;
}

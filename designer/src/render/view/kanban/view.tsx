import "./kanban.css";
import { useQueries, useQuery } from "@tanstack/react-query";
import { type DragEvent, type KeyboardEvent, useMemo, useState } from "react";
import type { Entry, Json } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import { both } from "../../../data/filter.ts";
import { readGroups, readPage, recordsKey, type Wanted } from "../../../data/records.ts";
import { quote } from "../../condition/condition.ts";
import { say } from "../../control/toast.ts";
import { holds } from "../../expression/evaluate.ts";
import { useFormats } from "../../format/formats.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { rowOf } from "../../record/row.ts";
import { isLink } from "../../record/selection.ts";
import { shown, valueAt } from "../../record/Value.tsx";
import { useWords } from "../../text/text.ts";
import { columnsOf } from "../list/columns.ts";
import { fieldsFor } from "../list/rows.ts";
import { Problem, wordsFor } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";
import { moveTo } from "./move.ts";

interface Stack {
  readonly key: string;
  readonly title: string;
  readonly value: Json;
}

const CARDS = 50;

/** A board: a stack of cards for each value of a field. A card that is moved takes the value of its new stack. */
export function View(props: ViewProps) {
  const { entity, screen, asked } = props;
  const by = screen.uses?.["column"]?.[0] ?? "";
  const field = entity.fields[by];
  const columns = useMemo(() => columnsOf(screen, entity, undefined, {}).filter(({ path }) => path !== by), [screen, entity, by]);
  const fields = useMemo(() => [...fieldsFor(columns, screen, entity), by], [columns, screen, entity, by]);
  const { stacks, failure, retry } = useStacks(props, by);
  const base: Omit<Wanted, "filter"> = { entity: entity.entity, fields, limit: CARDS, ...(asked.q && { q: asked.q }), ...(asked.sort.length > 0 && { sort: asked.sort }) };
  const pages = useQueries({
    queries: stacks.map(({ key }) => {
      const filter = both(asked.filter, key === "" ? `${by} == null` : `${by} == ${quote(key)}`);
      const wanted: Wanted = { ...base, ...(filter && { filter }) };
      return { queryKey: [...recordsKey(entity.entity), "list", wanted], queryFn: ({ signal }: { signal: AbortSignal }) => readPage(wanted, null, signal) };
    }),
  });
  const t = useWords();
  const [dragged, setDragged] = useState<{ readonly id: string; readonly from: string; readonly version: number } | null>(null);
  if (!field) return null;
  if (failure) return <Problem failure={failure} onRetry={retry} />;
  const move = async (id: string, version: number, to: Stack) => {
    try {
      await moveTo({ entity: entity.entity, id, version, field: by, value: to.value });
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  const drop = (event: DragEvent, stack: Stack) => {
    event.preventDefault();
    if (dragged && dragged.from !== stack.key) void move(dragged.id, dragged.version, stack);
    setDragged(null);
  };
  return (
    <div className="board">
      {stacks.map((stack, index) => {
        const page = pages[index]?.data;
        return (
          <section key={stack.key} className={`stack-column ${dragged && dragged.from !== stack.key ? "stack-open" : ""}`} aria-label={stack.title} onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, stack)}>
            <header className="stack-head">
              <h2 className="ellipsis">{stack.title}</h2>
              <span className="grid-count">{page?.page.count ?? page?.data.length ?? ""}</span>
            </header>
            <ul className="stack-cards" aria-label={stack.title}>
              {(page?.data ?? []).map((record) => (
                <Card
                  key={String(record["id"])}
                  {...props}
                  record={record}
                  columns={columns}
                  onDrag={() => setDragged({ id: String(record["id"]), from: stack.key, version: Number(record["version"]) })}
                  onStep={(step) => {
                    const to = stacks[index + step];
                    if (to) void move(String(record["id"]), Number(record["version"]), to);
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** The stacks: all options of a choice, or those records of a link that occur. */
function useStacks({ entity, asked }: ViewProps, by: string) {
  const t = useWords();
  const field = entity.fields[by];
  const label = isLink(field) ? `${by}.${field?.to?.label}` : null;
  const grouped = { entity: entity.entity, groupBy: label ? [by, label] : [by], measures: { count: "count()" }, sort: [label ?? by], limit: 40, ...(asked.filter && { filter: asked.filter }), ...(asked.q && { q: asked.q }) };
  const groups = useQuery({ queryKey: [...recordsKey(entity.entity), "stacks", grouped], queryFn: ({ signal }) => readGroups(grouped, signal), enabled: field?.options === undefined && by !== "" });
  const options = field?.options?.map(({ key, title }): Stack => ({ key, title, value: key }));
  const found = (groups.data ?? []).map((group): Stack => {
    const key = idOf(group[by]) ?? String(group[by] ?? "");
    return { key, title: key === "" ? t("list.emptyGroup") : String(label ? group[label] : key), value: key === "" ? null : key };
  });
  return { stacks: options ?? found, failure: groups.error, retry: () => void groups.refetch() };
}

interface CardProps extends ViewProps {
  readonly record: Entry;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly onDrag: () => void;
  /** Moves it so many stacks on. */
  readonly onStep: (step: number) => void;
}

function Card({ entity, screen, record, columns, addressOf, onOpen, onDrag, onStep }: CardProps) {
  const t = useWords();
  const formats = useFormats();
  const where = useCircumstances();
  const id = String(record["id"]);
  const color = (screen.colors ?? []).find(({ when }) => holds(when, [rowOf(record)], where))?.color;
  const press = (event: KeyboardEvent) => {
    const side = document.documentElement.dir === "rtl" ? -1 : 1;
    const step = { ArrowRight: side, ArrowLeft: -side }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <li className={`card-item ${color ? `row-${color.replace("#", "own-")}` : ""}`} draggable={entity.may["update"] !== "none"} onDragStart={onDrag} onKeyDown={press} style={color?.startsWith("#") ? ({ "--row": color } as React.CSSProperties) : undefined}>
      <a
        className="card-title"
        href={addressOf(id)}
        draggable={false}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onOpen(id);
        }}
      >
        {String(record[entity.label] ?? id)}
      </a>
      {columns
        .filter(({ path }) => path !== entity.label)
        .map(({ path, field, title }) => {
          const value = shown(valueAt(record, path), field, { record, formats, t });
          return (
            value && (
              <div key={path} className="card-line" title={title}>
                {value}
              </div>
            )
          );
        })}
    </li>
  );
}

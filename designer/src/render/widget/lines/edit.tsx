import "./lines.css";
import "@ui5/webcomponents-icons/dist/decline.js";
import "@ui5/webcomponents-icons/dist/full-screen.js";
import { flushSync } from "react-dom";
import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Entry, Json } from "../../../contract/record.ts";
import { isEntry } from "../../../contract/record.ts";
import type { Field, Fields } from "../../../contract/screen.ts";
import { get, placeOf, query } from "../../../data/client.ts";
import { Button } from "../../control/Button.tsx";
import { say } from "../../control/toast.ts";
import { defaultsOf } from "../../form/compute.ts";
import { neededOfLineLink, selectPaths } from "../../form/needed.ts";
import { holds } from "../../expression/evaluate.ts";
import { useFormats } from "../../format/formats.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { lineIn } from "../../record/currency.ts";
import { rowOf } from "../../record/row.ts";
import { shown } from "../../record/Value.tsx";
import { useWords, type Words } from "../../text/text.ts";
import { editorOf, isNumber, preload } from "../registry.ts";
import type { EditProps } from "../widget.ts";
import { readPasted } from "./paste.ts";

interface Place {
  readonly row: number;
  readonly column: number;
}

const LineDialog = lazy(() => import("./LineDialog.tsx"));

const WIDTHS: Readonly<Record<string, string>> = { text: "minmax(10rem, 3fr)", longText: "minmax(10rem, 3fr)", link: "minmax(8rem, 2fr)", date: "8.5rem", dateTime: "13rem", rating: "8.5rem", boolean: "5rem" };
const NO_FIELDS: Fields = {};
const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph"]);
const NOT_IN_CELLS = ["lines", "files", "file", "image", "signature", "html", "markdown", "code", "json", "geo"];

/** Lines as a grid: text cells, of which one can be typed into. */
export function Edit({ id, entity, field, value, record, readOnly, fault, faults, onChange }: EditProps) {
  const t = useWords();
  const formats = useFormats();
  const where = useCircumstances();
  const box = useRef<HTMLDivElement>(null);
  /** The keys that come while one cell is left and the next does not stand there yet. */
  const early = useRef<KeyboardEvent[] | null>(null);
  /** Whether the editor of the cell that is written in is there: it may have to be fetched. */
  const arrived = useRef(false);
  const foot = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [wantsFocus, setWantsFocus] = useState(0);
  /** The line that is shown with all its fields. */
  const [opened, setOpened] = useState<number | null>(null);
  const lines = useMemo(() => (Array.isArray(value) ? value.filter(isEntry) : []), [value]);
  const fields = field.fields ?? NO_FIELDS;
  const columns = useMemo(() => Object.entries(fields).filter(([, each]) => !NOT_IN_CELLS.includes(each.type)), [fields]);
  useEffect(() => void preload(readOnly ? [] : columns.map(([, each]) => each)), [columns, readOnly]);
  // The cell has the keys until its editor takes them, which may have to come first.
  useLayoutEffect(() => {
    const cell = wantsFocus > 0 ? box.current?.querySelector<HTMLElement>('[data-active="true"]') : null;
    if (cell && !(editing && cell.contains(document.activeElement))) cell.focus();
  }, [wantsFocus, editing]);
  // Whoever saves what is not right yet is led to the first cell that says so.
  useEffect(() => {
    const wrong = Object.keys(faults ?? {}).flatMap((path) => {
      const [, row, name] = /^\[(\d+)\]\.(\w+)/.exec(path) ?? [];
      const column = columns.findIndex(([each]) => each === name);
      return row === undefined || column < 0 ? [] : [{ row: Number(row), column }];
    });
    if (wrong[0]) setAt(wrong[0]);
    // Once for each answer, not while one types on.
    // eslint-disable-next-line
  }, [Object.entries(faults ?? {}).join()]);
  const latest = useRef(lines);
  latest.current = lines;
  /** The line as it was before the first change in the cell that is being typed into. */
  const untouched = useRef<Entry | undefined>(undefined);
  useLayoutEffect(() => {
    untouched.current = undefined;
  }, [editing, at.row, at.column]);
  const set = (next: readonly Entry[]) => {
    latest.current = [...next];
    onChange(next);
  };
  const add = (more: Entry = {}) => {
    set([...lines, { ...defaultsOf(fields, where), ...more }]);
    setAt({ row: lines.length, column: 0 });
    setTyped(undefined);
    // Where nothing fits into cells, a line is written as a whole.
    if (columns.length === 0) return setOpened(lines.length);
    setEditing(true);
    setWantsFocus((count) => count + 1);
  };
  const show = (row: number) => {
    setEditing(false);
    setTyped(undefined);
    setAt({ row, column: at.column });
    setOpened(row);
  };
  const remove = (row: number) => {
    set(lines.filter((_, index) => index !== row));
    go(Math.max(0, row - 1), at.column);
  };
  const go = (row: number, column: number, edit = false) => {
    setEditing(edit);
    setTyped(undefined);
    setAt({ row: Math.max(0, Math.min(row, lines.length - 1)), column: Math.max(0, Math.min(column, columns.length - 1)) });
    setWantsFocus((count) => count + 1);
  };
  const isFixed = (line: Entry, [, each]: readonly [string, Field]) => readOnly || each.formula !== undefined || each.type === "lookup" || holds(each.readOnly, [rowOf(line), rowOf(record)], where);
  const next = (back: boolean) => {
    const step = back ? -1 : 1;
    let { row, column } = at;
    do {
      column += step;
      if (column >= columns.length) [row, column] = [row + 1, 0];
      if (column < 0) [row, column] = [row - 1, columns.length - 1];
      const target = columns[column];
      const line = lines[row];
      if (!line || !target) break;
      if (!isFixed(line, target)) break;
    } while (row >= 0 && row < lines.length);
    return { row, column };
  };
  const change = (row: number, name: string, cell: Json) => {
    untouched.current ??= latest.current[row];
    set(latest.current.map((line, index) => (index === row ? { ...line, [name]: cell } : line)));
    if (!isEntry(cell)) return;
    void linkedBy(fields, name, cell).then((linked) => {
      if (linked) set(latest.current.map((line) => (line[name] === cell ? { ...line, [name]: linked, ...copiedFrom(fields, name, linked, line) } : line)));
    });
  };
  const putBack = () => {
    const before = untouched.current;
    if (before !== undefined && before !== latest.current[at.row]) set(latest.current.map((line, index) => (index === at.row ? before : line)));
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (readOnly || editing || !text.includes("\t")) return;
    event.preventDefault();
    const writable = columns.map(([name, each]) => [name, each] as const);
    const pasted = readPasted(text, writable.slice(at.column), formats);
    const rows = [...lines];
    pasted.forEach((cells, index) => {
      rows[at.row + index] = { ...(rows[at.row + index] ?? defaultsOf(fields, where)), ...cells };
    });
    set(rows);
  };
  /** The editor that is being left must not see them: Escape would give it back what it began with. */
  const hold = (event: KeyboardEvent) => {
    if (early.current === null || MODIFIERS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    early.current.push(event);
  };
  const release = () => {
    const held = early.current ?? [];
    early.current = null;
    held.forEach((event) => {
      if (early.current) early.current.push(event);
      else flushSync(() => pressNow.current(event, true));
    });
  };
  const press = (event: KeyboardEvent, onCell = (event.target as HTMLElement).getAttribute("role") === "gridcell") => {
    const leave = { Enter: { row: at.row + 1, column: at.column }, Escape: at, Tab: next(event.shiftKey) }[event.key];
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (editing && leave) {
      event.preventDefault();
      event.stopPropagation();
      // What was typed is with the editor, which has to come first.
      if (!arrived.current && typed !== undefined) {
        early.current = [event];
        return;
      }
      const isEnd = event.key === "Tab" && (leave.row >= lines.length || leave.row < 0);
      // The editor tells its last change after this key.
      early.current = [];
      setTimeout(() => {
        flushSync(() => {
          if (event.key === "Escape") putBack();
          if (event.key === "Enter" && event.altKey) show(at.row);
          else if (event.key === "Enter" && at.row === lines.length - 1) add();
          else if (isEnd) go(at.row, at.column);
          else go(leave.row, leave.column, event.key === "Tab");
        });
        release();
        // Behind the last cell comes the way to another line: nobody goes round in circles.
        if (isEnd && !event.shiftKey) requestAnimationFrame(() => foot.current?.querySelector<HTMLElement>("ui5-button")?.focus());
      });
      return;
    }
    if (editing) {
      // Whoever types faster than an editor comes loses no letter.
      if (!isLetter || !onCell) return;
      event.preventDefault();
      setTyped((before) => (before ?? "") + event.key);
      return;
    }
    const line = lines[at.row];
    const column = columns[at.column];
    if (event.key === "Enter" && event.altKey && line) {
      event.preventDefault();
      event.stopPropagation();
      return show(at.row);
    }
    const open = () => {
      const can = line !== undefined && column !== undefined && !isFixed(line, column);
      if (can) setEditing(true);
      setTyped(undefined);
      return can;
    };
    const rtl = document.documentElement.dir === "rtl" ? -1 : 1;
    const keys: Readonly<Record<string, () => unknown>> = {
      ArrowDown: () => (at.row === lines.length - 1 && !readOnly ? add() : go(at.row + 1, at.column)),
      ArrowUp: () => go(at.row - 1, at.column),
      ArrowRight: () => go(at.row, at.column + rtl),
      ArrowLeft: () => go(at.row, at.column - rtl),
      Home: () => go(at.row, 0),
      End: () => go(at.row, columns.length - 1),
      Enter: open,
      F2: open,
      Delete: () => line && column && !isFixed(line, column) && change(at.row, column[0], null),
    };
    const run = keys[event.key];
    if (run) {
      event.preventDefault();
      event.stopPropagation();
      run();
    } else if (isLetter && open()) {
      event.preventDefault();
      setTyped(event.key);
    }
  };
  const pressNow = useRef(press);
  pressNow.current = press;
  const template = `2.25rem ${columns.map(([, each]) => WIDTHS[each.type] ?? (isNumber(each) ? "minmax(6.75rem, 1fr)" : "minmax(7rem, 1.4fr)")).join(" ")} 4.75rem`;
  return (
    <div className={`lines ${fault ? "field-wrong" : ""}`} id={id}>
      <div ref={box} role="grid" aria-label={field.title} aria-rowcount={lines.length + 1} className="lines-grid" onKeyDownCapture={hold} onKeyDown={(event) => press(event)} onPaste={paste}>
        <div role="row" className="lines-row lines-head" style={{ gridTemplateColumns: template }}>
          <span role="columnheader">
            <span className="unseen">#</span>
          </span>
          {columns.map(([name, each]) => (
            <span key={name} role="columnheader" className={`ellipsis ${isNumber(each) ? "grid-end" : ""}`}>
              {each.title}
              {each.required === true && (
                <span className="lines-required" aria-hidden="true">
                  {" "}
                  *
                </span>
              )}
            </span>
          ))}
          <span role="columnheader" className="lines-end">
            <span className="unseen">{t("lines.whole")}</span>
          </span>
        </div>
        {lines.map((line, row) => (
          <div key={typeof line["id"] === "string" ? line["id"] : row} role="row" className="lines-row" style={{ gridTemplateColumns: template }}>
            <span role="rowheader" className="muted number lines-number">
              {row + 1}
            </span>
            {columns.map(([name, each], column) => {
              const active = at.row === row && at.column === column;
              const Editor = active && editing ? editorOf(each) : null;
              const wrong = faults?.[`[${row}].${name}`];
              return (
                <div
                  key={name}
                  role="gridcell"
                  aria-readonly={isFixed(line, [name, each])}
                  aria-required={each.required === true}
                  {...(wrong && { "aria-invalid": true, title: wrong })}
                  data-active={active}
                  data-field={name}
                  tabIndex={active ? 0 : -1}
                  className={`lines-cell ${isNumber(each) ? "grid-end" : ""} ${isFixed(line, [name, each]) ? "lines-fixed" : ""} ${wrong ? "lines-wrong" : ""}`}
                  onFocus={() => !active && setAt({ row, column })}
                  onClick={() => {
                    if (active && editing) return;
                    setAt({ row, column });
                    setTyped(undefined);
                    setEditing(!isFixed(line, [name, each]));
                  }}
                  onBlur={(event) => active && editing && !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== null && setEditing(false)}
                >
                  {Editor ? (
                    <Suspense>
                      <Editor key={typed ?? ""} id={`${id}-${row}-${name}`} entity={entity} name={name} field={each} value={line[name] ?? null} record={{ ...lineIn(line, record, field.by), record }} readOnly={false} required={false} fault={wrong} inCell {...(typed !== undefined && { typed })} onChange={(cell) => change(row, name, cell)} onUnread={(words) => say(`${each.title}: ${words}`, { tone: "negative" })} />
                      <Arrival onChange={(isThere) => {
                        arrived.current = isThere;
                        if (isThere && early.current) setTimeout(release);
                      }} />
                    </Suspense>
                  ) : (
                    shown(line[name], each, { record: { ...record, ...lineIn(line, record, field.by) }, formats, t })
                  )}
                </div>
              );
            })}
            <span role="gridcell" className="lines-end">
              <Button design="Transparent" icon="full-screen" label={t("lines.open", { number: row + 1 })} onPress={() => show(row)} />
              {!readOnly && <Button design="Transparent" icon="decline" label={`${t("lines.remove")}: ${t("lines.rowNumber", { number: row + 1 })}`} onPress={() => remove(row)} />}
            </span>
          </div>
        ))}
        {lines.length === 0 && (
          <div role="row" className="lines-none">
            <span role="gridcell" className="muted">
              {t("lines.none")}
            </span>
          </div>
        )}
      </div>
      {faults && (
        <ul className="form-fault lines-faults">
          {Object.entries(faults).map(([path, words]) => (
            <li key={path}>{[placeIn(path, fields, t), words].filter(Boolean).join(": ")}</li>
          ))}
        </ul>
      )}
      {opened !== null && lines[opened] && (
        <Suspense>
          <LineDialog
            id={`${id}-line`}
            entity={field.to?.entity ?? entity}
            number={opened + 1}
            fields={fields}
            line={lineIn(lines[opened], record, field.by)}
            record={record}
            isFixed={(each) => isFixed(lines[opened] ?? {}, each)}
            faults={within(faults, opened)}
            onChange={(name, cell) => change(opened, name, cell)}
            onClose={() => {
              setOpened(null);
              setWantsFocus((count) => count + 1);
            }}
          />
        </Suspense>
      )}
      {!readOnly && (
        <div ref={foot} className="row lines-foot">
          <Button design="Transparent" icon="add" onPress={() => add()}>
            {t("lines.add")}
          </Button>
          <small className="muted">{t("lines.paste")}</small>
        </div>
      )}
    </div>
  );
}

/** Tells when what stands before it in the same place is there, and when it goes. */
function Arrival({ onChange }: { readonly onChange: (isThere: boolean) => void }) {
  const tell = useRef(onChange);
  useEffect(() => {
    const told = tell.current;
    told(true);
    return () => told(false);
  }, []);
  return null;
}

/** What is wrong in one line, by the path from there. */
const within = (faults: EditProps["faults"], row: number) => Object.fromEntries(Object.entries(faults ?? {}).flatMap(([path, words]) => (path.startsWith(`[${row}].`) ? [[path.slice(`[${row}].`.length), words] as const] : [])));

/** In which line, and in which of its fields, however deep: `[1].reader` is the reader in line 2. */
function placeIn(path: string, fields: Fields, t: Words): string {
  const [, row, name, rest = ""] = /^\[(\d+)\](?:\.(\w+)(.*))?/.exec(path) ?? [];
  if (row === undefined) return "";
  return [t("lines.rowNumber", { number: Number(row) + 1 }), name && (fields[name]?.title ?? name), name && placeIn(rest, fields[name]?.fields ?? NO_FIELDS, t)].filter(Boolean).join(", ");
}

/** What is needed of the record that was just chosen in a line; null where its name is enough. */
async function linkedBy(fields: Fields, name: string, link: Entry): Promise<Entry | null> {
  const target = fields[name]?.to;
  const needed = neededOfLineLink(name, fields);
  if (!target || needed.length === 0) return null;
  const asked = selectPaths(["id", ...(target.label ? [target.label] : []), ...needed]).join(",");
  return get<Entry>(`${placeOf(target.entity)}/${String(link["id"])}${query({ fields: asked })}`);
}

/** What a line takes over from the record that it now leads to; not what was typed since. */
function copiedFrom(fields: Fields, name: string, linked: Entry, line: Entry): Entry {
  const copies = Object.entries(fields).flatMap(([copy, field]) => {
    const [from, ...path] = field.copy?.from.split(".") ?? [];
    const present = line[copy];
    if (from !== name || !(field.copy?.when === "always" || present === null || present === undefined || present === "")) return [];
    const found = path.reduce<Json>((at, step) => (isEntry(at) ? (at[step] ?? null) : null), linked);
    return found === null ? [] : [[copy, found] as const];
  });
  return Object.fromEntries(copies);
}

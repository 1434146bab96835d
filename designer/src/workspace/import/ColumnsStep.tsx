import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportOrder, ImportPreview } from "../../contract/imports.ts";
import type { Entity } from "../../contract/screen.ts";
import { importsKey, keepTemplate, templatesQuery } from "../../data/imports.ts";
import { keeper } from "../../data/keeper.ts";
import { Button } from "../../render/control/Button.tsx";
import { Choice } from "../../render/control/Choice.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { say } from "../../render/control/toast.ts";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { keysOf, targetsOf } from "./guess.ts";

interface Props {
  readonly entity: Entity;
  /** What the file is called. */
  readonly file: string;
  readonly preview: ImportPreview;
  readonly order: ImportOrder;
  readonly onOrder: (order: ImportOrder) => void;
  readonly onBack: () => void;
  readonly onCheck: () => void;
}

const SAMPLES = 3;

const textOf = (value: unknown) => (value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));

/** The same order with another function for its rows, or with none. */
function withHook({ hook: _, ...order }: ImportOrder, name: string): ImportOrder {
  return name === "" ? order : { ...order, hook: name };
}

/** Which column is which field. */
export function ColumnsStep({ entity, file, preview, order, onOrder, onBack, onCheck }: Props) {
  const t = useWords();
  const targets = targetsOf(entity).map(({ path, field }) => ({ key: path, title: field.title }));
  const mapped = Object.values(order.columns).filter((path) => path !== "");
  const twice = mapped.filter((path, index) => mapped.indexOf(path) !== index);
  const missing = Object.entries(entity.fields).filter(([name, field]) => field.required === true && !field.system && field.readOnly !== true && !field.default && !mapped.some((path) => path.split(".")[0] === name));
  const set = (column: string, path: string) => {
    const columns = { ...order.columns, [column]: path };
    // What names no record any more finds none.
    const key = order.key.every((name) => Object.values(columns).includes(name)) ? order.key : [];
    onOrder({ ...order, columns, key });
  };
  const samples = (column: string) => preview.rows.map((row) => textOf(row[column])).filter((text) => text !== "").slice(0, SAMPLES);
  return (
    <>
      <section className="card">
        <p className="muted ellipsis import-file">{file}</p>
        <Templates entity={entity} order={order} columns={preview.columns} onOrder={onOrder} />
        <div className="import-columns" role="table" aria-label={t("import.stepColumns")}>
          <div role="row" className="import-column import-head">
            <span role="columnheader">{t("import.column")}</span>
            <span role="columnheader">{t("import.samples")}</span>
            <span role="columnheader">{t("import.field")}</span>
          </div>
          {preview.columns.map((column, index) => {
            const path = order.columns[column] ?? "";
            const own = path !== "" && !targets.some(({ key }) => key === path) ? [{ key: path, title: path }] : [];
            return (
              <div key={column} role="row" className="import-column">
                <strong role="cell" className="ellipsis" title={column}>
                  {column}
                </strong>
                <span role="cell" className="muted ellipsis">
                  {samples(column).join(" · ")}
                </span>
                <span role="cell">
                  <Choice id={`import-column-${index}`} label={column} value={path} options={[{ key: "", title: t("import.leaveOut") }, ...targets, ...own]} onChange={(next) => set(column, next)} />
                </span>
              </div>
            );
          })}
        </div>
      </section>
      <section className="card">
        <How entity={entity} order={order} mapped={mapped} hooks={preview.hooks} onOrder={onOrder} />
      </section>
      {twice.length > 0 && <Notice tone="Negative">{t("import.twice", { fields: [...new Set(twice)].map((path) => entity.fields[path]?.title ?? path).join(", ") })}</Notice>}
      {missing.length > 0 && order.key.length === 0 && !order.hook && <Notice tone="Critical">{t("import.missing", { fields: missing.map(([, { title }]) => title).join(", ") })}</Notice>}
      <div className="row">
        <Button design="Emphasized" disabled={mapped.length === 0 || twice.length > 0} onPress={onCheck}>
          {t("import.check")}
        </Button>
        <Button onPress={onBack}>{t("import.otherFile")}</Button>
      </div>
    </>
  );
}

/** How records are found, and values written; and which function of a pack makes something else of the rows before. */
function How({ entity, order, mapped, hooks, onOrder }: Pick<Props, "entity" | "order" | "onOrder"> & { readonly mapped: readonly string[]; readonly hooks: readonly string[] }) {
  const t = useWords();
  const offered = new Map(keysOf(entity, mapped).map((key) => [key.join(), key.map((name) => entity.fields[name]?.title ?? name).join(", ")]));
  const dates = [
    { key: "ymd", title: "2026-12-31" },
    { key: "dmy", title: "31/12/2026" },
    { key: "mdy", title: "12/31/2026" },
  ];
  const functions = [...new Set([...hooks, ...(order.hook ? [order.hook] : [])])].map((name) => ({ key: name, title: name }));
  const decimals = [
    { key: ".", title: "1234.50" },
    { key: ",", title: "1234,50" },
  ];
  return (
    <div className="settings-grid">
      <Labelled label={t("import.key")} of="import-key" help={t("import.keyHelp")}>
        <Choice id="import-key" label={t("import.key")} value={order.key.join()} options={[{ key: "", title: t("import.allNew") }, ...[...offered].map(([key, title]) => ({ key, title }))]} onChange={(key) => onOrder({ ...order, key: key === "" ? [] : key.split(",") })} />
      </Labelled>
      <Labelled label={t("import.dates")} of="import-dates">
        <Choice id="import-dates" label={t("import.dates")} value={order.dates} options={dates} onChange={(next) => onOrder({ ...order, dates: next as ImportOrder["dates"] })} />
      </Labelled>
      <Labelled label={t("import.decimals")} of="import-decimals">
        <Choice id="import-decimals" label={t("import.decimals")} value={order.decimals} options={decimals} onChange={(next) => onOrder({ ...order, decimals: next as ImportOrder["decimals"] })} />
      </Labelled>
      {functions.length > 0 && (
        <Labelled label={t("import.hook")} of="import-hook" help={t("import.hookHelp")}>
          <Choice id="import-hook" label={t("import.hook")} value={order.hook ?? ""} options={[{ key: "", title: t("import.noHook") }, ...functions]} onChange={(name) => onOrder(withHook(order, name))} />
        </Labelled>
      )}
    </div>
  );
}

/** What was said of an earlier file of the same kind. */
function Templates({ entity, order, columns, onOrder }: { readonly entity: Entity; readonly order: ImportOrder; readonly columns: readonly string[]; readonly onOrder: (order: ImportOrder) => void }) {
  const t = useWords();
  const [name, setName] = useState("");
  const { data = [] } = useQuery(templatesQuery(entity.entity));
  const use = (chosen: string) => {
    const found = data.find((template) => template.name === chosen);
    if (!found) return;
    const known = Object.entries(found.order.columns).filter(([column]) => columns.includes(column));
    onOrder(withHook({ ...order, ...found.order, format: order.format, columns: Object.fromEntries(known) }, found.order.hook ?? ""));
    setName(chosen);
  };
  const save = async () => {
    try {
      await keepTemplate(entity.entity, name.trim(), order);
      await keeper.invalidateQueries({ queryKey: importsKey });
      say(t("import.templateKept", { name: name.trim() }));
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  return (
    <div className="import-templates">
      {data.length > 0 && <Choice id="import-template" label={t("import.template")} value={data.some((template) => template.name === name) ? name : ""} options={[{ key: "", title: t("import.template") }, ...data.map((template) => ({ key: template.name, title: template.name }))]} onChange={use} />}
      <TextInput value={name} label={t("import.templateName")} placeholder={t("import.templateName")} onInput={setName} />
      <Button disabled={name.trim() === ""} onPress={() => void save()}>
        {t("import.templateSave")}
      </Button>
    </div>
  );
}

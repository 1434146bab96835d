import "./condition.css";
import { Suspense, useEffect, useId, useRef, useState } from "react";
import type { Json } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import type { Field, Fields } from "../../contract/screen.ts";
import { Button } from "../control/Button.tsx";
import { Choice } from "../control/Choice.tsx";
import { SearchChoice } from "../control/SearchChoice.tsx";
import { TextInput } from "../control/TextInput.tsx";
import { useWords } from "../text/text.ts";
import { editorOf } from "../widget/registry.ts";
import { type Condition, type Conditions, type Connective, expressionOf, type Group, isGroup, type Item, type Operator, operatorsOf, takesValue } from "./condition.ts";
import { operatorWords } from "./ConditionText.tsx";
import { followed, homeOf, onward, useReach } from "./reach.ts";

interface Props {
  readonly fields: Fields;
  readonly entity: string;
  readonly conditions: Conditions;
  /** Takes the expression of what was built; empty for none. */
  readonly onApply: (expression: string) => void;
}

/** What the rows of a builder choose from. */
interface Choosing {
  readonly fields: Fields;
  readonly entity: string;
  /** Asks for the fields behind a link. */
  readonly onFollow: (path: string) => void;
}

/** A condition, with what its link showed, so that the link need not be read again. */
interface Row extends Condition {
  readonly chosen?: Json;
}

interface Rows {
  readonly connective: Connective;
  readonly items: readonly (Row | Group)[];
}

/** Conditions, one a row, and groups of them that count as one. They hold all together, or any of them. */
export default function ConditionBuilder({ fields: known, entity, conditions, onApply }: Props) {
  const t = useWords();
  const [rows, setRows] = useState<Rows>(conditions.items.length > 0 ? conditions : { connective: "all", items: [fresh(known)] });
  const [paths, setPaths] = useState(() => followed(expressionOf(conditions, known)));
  const fields = useReach(entity, known, paths);
  const choosing = { fields, entity, onFollow: (path: string) => setPaths([...paths, path]) };
  const form = useRef<HTMLFormElement>(null);
  // What it stands in was there first, and found nothing to focus. The components answer a focus with a promise, which is no end of an effect.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("ui5-select, ui5-input, input")?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="conditions"
      onSubmit={(event) => {
        event.preventDefault();
        onApply(expressionOf({ ...rows, items: rows.items.map(plain) }, fields));
      }}
    >
      <ConditionRows rows={rows} {...choosing} withGroups onChange={setRows} />
      <div className="row">
        <span className="grow" />
        <Button onPress={() => onApply("")}>{t("action.clear")}</Button>
        <Button design="Emphasized" submits>
          {t("action.apply")}
        </Button>
      </div>
    </form>
  );
}

const plain = (item: Row | Group): Item => (isGroup(item) ? { ...item, items: item.items.map(plainRow) } : plainRow(item));
const plainRow = ({ field, operator, value }: Row): Condition => ({ field, operator, value });

interface RowsProps extends Choosing {
  readonly rows: Rows;
  readonly withGroups?: boolean;
  readonly onChange: (rows: Rows) => void;
}

function ConditionRows({ rows, withGroups = false, onChange, ...choosing }: RowsProps) {
  const t = useWords();
  const { connective, items } = rows;
  const { fields } = choosing;
  const set = (next: readonly (Row | Group)[]) => onChange({ ...rows, items: next });
  const replace = (index: number, item: Row | Group) => set(items.map((each, at) => (at === index ? item : each)));
  const remove = (index: number) => set(items.filter((_, at) => at !== index));
  const connectives = (["all", "any"] as const).map((key) => ({ key, title: t(`condition.${key}`) }));
  return (
    <>
      {items.length > 1 && (
        <div className="conditions-all">
          <Choice label={t("condition.connective")} value={connective} options={connectives} onChange={(key) => onChange({ ...rows, connective: key as Connective })} />
        </div>
      )}
      {items.map((item, index) =>
        isGroup(item) ? (
          <div key={index} className="condition-group" role="group" aria-label={t("condition.group")}>
            <div className="condition-group-rows">
              <ConditionRows rows={item} {...choosing} onChange={(next) => replace(index, { ...next, items: next.items.filter((each): each is Row => !isGroup(each)) })} />
            </div>
            <Button design="Transparent" icon="decline" label={t("condition.removeGroup")} onPress={() => remove(index)} />
          </div>
        ) : (
          <ConditionRow key={index} number={index + 1} row={item} {...choosing} onChange={(next) => replace(index, next)} onRemove={() => remove(index)} />
        ),
      )}
      <div className="row">
        <Button design="Transparent" icon="add" onPress={() => set([...items, fresh(fields)])}>
          {t("list.addFilter")}
        </Button>
        {withGroups && (
          <Button design="Transparent" icon="add" onPress={() => set([...items, { connective: connective === "all" ? "any" : "all", items: [fresh(fields), fresh(fields)] }])}>
            {t("condition.addGroup")}
          </Button>
        )}
      </div>
    </>
  );
}

function fresh(fields: Fields): Row {
  const [field = "", about] = Object.entries(fields).find(([, each]) => !each.system) ?? [];
  return { field, operator: about ? (operatorsOf(about)[0] ?? "is") : "is", value: "" };
}

interface RowProps extends Choosing {
  /** Which one it is, from 1. */
  readonly number: number;
  readonly row: Row;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ number, row, fields, entity, onFollow, onChange, onRemove }: RowProps) {
  const t = useWords();
  const field = fields[row.field];
  const setField = (name: string) => {
    const chosen = fields[name];
    if (name.endsWith(".")) onFollow(name.slice(0, -1));
    else if (chosen) onChange({ field: name, operator: operatorsOf(chosen)[0] ?? "is", value: "" });
  };
  return (
    <div className="condition" role="group" aria-label={t("condition.row", { number })}>
      {field ? (
        <>
          <FieldChoice value={row.field} fields={fields} onChange={setField} />
          <Choice label={t("condition.operator")} value={row.operator} options={operatorsOf(field).map((key) => ({ key, title: operatorWords(key, field, t) }))} onChange={(key) => onChange(operated(row, key as Operator))} />
          <ValueField row={row} fields={fields} field={field} entity={entity} onChange={onChange} />
        </>
      ) : (
        <div className="condition-raw">
          <TextInput value={String(row.value)} label={t("condition.expression")} onInput={(value) => onChange({ ...row, value })} />
        </div>
      )}
      <Button design="Transparent" icon="decline" label={t("action.remove")} onPress={onRemove} />
    </div>
  );
}

/** A field by its name, of the record or of one that it links to. */
function FieldChoice({ value, fields, onChange }: { readonly value: string; readonly fields: Fields; readonly onChange: (name: string) => void }) {
  const t = useWords();
  const id = useId();
  const ways = new Set(onward(fields));
  const options = Object.entries(fields).flatMap(([key, { title }]) => [{ key, title }, ...(ways.has(key) ? [{ key: `${key}.`, title: `${title} › …`, words: `${title} › ` }] : [])]);
  return <SearchChoice id={id} label={t("condition.field")} value={value} options={options} required={false} fault={undefined} inCell={false} typed={undefined} none={t("link.none")} onChange={onChange} />;
}

function ValueField({ row, fields, field, entity, onChange }: Pick<RowProps, "row" | "entity" | "fields" | "onChange"> & { readonly field: Field }) {
  const t = useWords();
  if (!takesValue(row.operator)) return <span />;
  const several = row.operator === "oneOf";
  const day: Field = field.type === "dateTime" ? { ...field, type: "date", widget: "date" } : field;
  const asked: Field = { ...(several ? { ...field, ...manyOf(field) } : (single(row.operator, field) ?? day)), required: false, readOnly: false };
  const Editor = editorOf(asked);
  const home = homeOf(row.field, entity, fields);
  const set = (value: Json) => {
    const text = Array.isArray(value) ? value.map((each) => idOf(each) ?? String(each)) : isEntry(value) ? (idOf(value) ?? "") : value === null ? "" : String(value);
    onChange({ ...row, value: text, chosen: value });
  };
  return (
    <Suspense fallback={<span />}>
      <Editor key={`${row.field}${several}`} id={`condition-${row.field}`} {...home} field={{ ...asked, title: t("condition.value") }} value={row.chosen ?? (row.value === "" ? null : row.value)} record={{}} readOnly={false} required={false} fault={undefined} onlyFinds onChange={set} />
    </Suspense>
  );
}

/** The same values as far as the operator takes them: several, or the first. */
function operated({ field, value }: Row, operator: Operator): Row {
  const values = [value].flat().filter((each) => each !== "");
  return { field, operator, value: operator === "oneOf" ? values : (values[0] ?? "") };
}

/** Several values of a field that has one. */
const manyOf = (field: Field) => (field.to ? { type: "links", widget: "links" } : { type: "choices", widget: "choices" });

/** Of a field with several values each, the one that is asked for. */
function single(operator: Operator, field: Field): Field | undefined {
  if (operator !== "has") return undefined;
  const type = field.type === "links" ? "link" : field.options?.length ? "choice" : "text";
  return { ...field, type, widget: type };
}

import "./condition.css";
import { Suspense, useState } from "react";
import type { Json } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import type { Field, Fields } from "../../contract/screen.ts";
import { Button } from "../control/Button.tsx";
import { Choice } from "../control/Choice.tsx";
import { TextInput } from "../control/TextInput.tsx";
import { useWords } from "../text/text.ts";
import { editorOf } from "../widget/registry.ts";
import { type Condition, type Conditions, type Connective, type Operator, operatorsOf, takesValue } from "./condition.ts";
import { operatorWords } from "./ConditionText.tsx";

interface Props {
  readonly fields: Fields;
  readonly entity: string;
  readonly conditions: Conditions;
  readonly onApply: (conditions: Conditions) => void;
}

/** A condition, with what its link showed, so that the link need not be read again. */
interface Row extends Condition {
  readonly chosen?: Json;
}

/** Conditions, one a row. They hold all together, or any of them. */
export default function ConditionBuilder({ fields, entity, conditions, onApply }: Props) {
  const t = useWords();
  const [connective, setConnective] = useState<Connective>(conditions.connective);
  const [rows, setRows] = useState<readonly Row[]>(conditions.items.length > 0 ? conditions.items : [fresh(fields)]);
  const replace = (index: number, row: Row) => setRows(rows.map((each, at) => (at === index ? row : each)));
  const connectives = (["all", "any"] as const).map((key) => ({ key, title: t(`condition.${key}`) }));
  return (
    <form
      className="conditions"
      onSubmit={(event) => {
        event.preventDefault();
        onApply({ connective, items: rows.map(({ field, operator, value }) => ({ field, operator, value })) });
      }}
    >
      {rows.length > 1 && (
        <div className="conditions-all">
          <Choice label={t("list.filter")} value={connective} options={connectives} onChange={(key) => setConnective(key as Connective)} />
        </div>
      )}
      {rows.map((row, index) => (
        <ConditionRow key={index} row={row} fields={fields} entity={entity} onChange={(next) => replace(index, next)} onRemove={() => setRows(rows.filter((_, at) => at !== index))} />
      ))}
      <div className="row">
        <Button design="Transparent" icon="add" onPress={() => setRows([...rows, fresh(fields)])}>
          {t("list.addFilter")}
        </Button>
        <span className="grow" />
        <Button onPress={() => onApply({ connective, items: [] })}>{t("action.clear")}</Button>
        <Button design="Emphasized" submits>
          {t("action.apply")}
        </Button>
      </div>
    </form>
  );
}

function fresh(fields: Fields): Row {
  const [field = "", about] = Object.entries(fields).find(([, each]) => !each.system) ?? [];
  return { field, operator: about ? (operatorsOf(about)[0] ?? "is") : "is", value: "" };
}

interface RowProps {
  readonly row: Row;
  readonly fields: Fields;
  readonly entity: string;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ row, fields, entity, onChange, onRemove }: RowProps) {
  const t = useWords();
  const field = fields[row.field];
  const names = Object.entries(fields).map(([key, { title }]) => ({ key, title }));
  const setField = (name: string) => {
    const chosen = fields[name];
    if (chosen) onChange({ field: name, operator: operatorsOf(chosen)[0] ?? "is", value: "" });
  };
  return (
    <div className="condition">
      {field ? (
        <>
          <Choice label={t("condition.field")} value={row.field} options={names} onChange={setField} />
          <Choice label={t("condition.operator")} value={row.operator} options={operatorsOf(field).map((key) => ({ key, title: operatorWords(key, field, t) }))} onChange={(key) => onChange({ ...row, operator: key as Operator })} />
          <ValueField row={row} field={field} entity={entity} onChange={onChange} />
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

function ValueField({ row, field, entity, onChange }: Pick<RowProps, "row" | "entity" | "onChange"> & { readonly field: Field }) {
  const t = useWords();
  if (!takesValue(row.operator)) return <span />;
  const several = row.operator === "oneOf";
  const day: Field = field.type === "dateTime" ? { ...field, type: "date", widget: "date" } : field;
  const asked: Field = { ...(several ? { ...field, type: "choices", widget: "choices" } : day), required: false, readOnly: false };
  const Editor = editorOf(asked);
  const set = (value: Json) => {
    const text = Array.isArray(value) ? value.map(String) : isEntry(value) ? (idOf(value) ?? "") : value === null ? "" : String(value);
    onChange({ ...row, value: text, chosen: value });
  };
  return (
    <Suspense fallback={<span />}>
      <Editor key={`${row.field}${several}`} id={`condition-${row.field}`} entity={entity} name={row.field} field={{ ...asked, title: t("condition.value") }} value={row.chosen ?? (row.value === "" ? null : row.value)} record={{}} readOnly={false} required={false} fault={undefined} onChange={set} />
    </Suspense>
  );
}

import { useQueries } from "@tanstack/react-query";
import { Fragment } from "react";
import type { Field, Fields } from "../../contract/screen.ts";
import { labelQuery } from "../../data/labels.ts";
import { useFormats, type Formats } from "../format/formats.ts";
import { type TextId, type Words, useWords } from "../text/text.ts";
import { typeOf } from "../widget/registry.ts";
import { type Condition, isGroup, type Item, type Operator, takesValue } from "./condition.ts";

/** What an operator is called for a field. */
export function operatorWords(operator: Operator, field: Field, t: Words): string {
  const isDate = ["date", "dateTime"].includes(typeOf(field));
  const words: Readonly<Partial<Record<Operator, TextId>>> = {
    oneOf: "condition.isOneOf",
    atLeast: isDate ? "condition.from" : "condition.atLeast",
    atMost: isDate ? "condition.until" : "condition.atMost",
  };
  return t(words[operator] ?? (`condition.${operator}` as TextId));
}

/** A condition in words, or a group of them. */
export function ItemText({ item, fields }: { readonly item: Item; readonly fields: Fields }) {
  const t = useWords();
  if (!isGroup(item)) return <ConditionText condition={item} fields={fields} />;
  return (
    <span className="ellipsis">
      {item.items.map((condition, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="muted"> {t(item.connective === "all" ? "condition.and" : "condition.or")} </span>}
          <ConditionText condition={condition} fields={fields} />
        </Fragment>
      ))}
    </span>
  );
}

/** A condition in words. */
export function ConditionText({ condition, fields }: { readonly condition: Condition; readonly fields: Fields }) {
  const t = useWords();
  const formats = useFormats();
  const { field: name, operator, value } = condition;
  const field = fields[name];
  const links = field?.to?.label && takesValue(operator) && value !== "" ? [value].flat() : [];
  const labels = useQueries({ queries: links.map((id) => labelQuery(field?.to?.entity ?? "", field?.to?.label ?? "", id)) });
  if (!field) return <code className="ellipsis">{String(value)}</code>;
  const values = (Array.isArray(value) ? value : [String(value)]) as readonly string[];
  const said = takesValue(operator) ? values.map((each, index) => labels[index]?.data ?? wordsOf(each, field, formats)).join(", ") : "";
  return (
    <span className="ellipsis">
      {field.title} <span className="muted">{operatorWords(operator, field, t)}</span> {said}
    </span>
  );
}

function wordsOf(value: string, field: Field, formats: Formats): string {
  const option = field.options?.find(({ key }) => key === value);
  if (option) return option.title;
  const type = typeOf(field);
  if (type === "date" || type === "dateTime") return /^\d{4}-/.test(value) ? formats.date(value) : value;
  return ["integer", "decimal", "money", "percent"].includes(type) ? formats.number(value) : value;
}

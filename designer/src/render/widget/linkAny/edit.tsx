import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { idOf, isEntry } from "../../../contract/record.ts";
import type { Field } from "../../../contract/screen.ts";
import { entitiesQuery } from "../../../data/entities.ts";
import { Choice } from "../../control/Choice.tsx";
import { useWords } from "../../text/text.ts";
import { LinkEdit } from "../LinkEdit.tsx";
import type { EditProps } from "../widget.ts";

/** The engine's own records are linked to by nobody, but for people. */
const isOurs = (entity: string) => entity.startsWith("sys.") && entity !== "sys.user";

/** A record of any entity: first which one, then the record. */
export function Edit(props: EditProps) {
  const { id, field, value, readOnly, onChange } = props;
  const t = useWords();
  const entities = useQuery(entitiesQuery).data ?? [];
  const link = isEntry(value) ? value : null;
  const [chosen, setChosen] = useState<string | null>(null);
  const offered = entities.filter(({ name, shape }) => (field.targets ? field.targets.includes(name) : shape === "ordinary" && !isOurs(name))).toSorted((one, other) => one.title.localeCompare(other.title));
  const entity = chosen ?? (link ? String(link["entity"]) : "");
  const head = entities.find(({ name }) => name === entity);
  const choose = (next: string) => {
    setChosen(next);
    if (link && next !== link["entity"]) onChange(null);
  };
  const { filter: _, ...plain } = field;
  const inner: Field = { ...plain, to: { entity, ...(head && { title: head.title, label: head.label }) } };
  const options = [{ key: "", title: "" }, ...offered.map(({ name, title }) => ({ key: name, title })), ...(head && !offered.includes(head) ? [{ key: head.name, title: head.title }] : [])];
  return (
    <div className="row link-any">
      <Choice id={`${id}-entity`} label={t("linkAny.entity", { title: field.title })} value={entity} options={options} disabled={readOnly} onChange={choose} />
      {entity === "" ? (
        <div className="field">
          <input id={id} aria-label={field.title} disabled />
        </div>
      ) : (
        <LinkEdit {...props} key={entity} field={inner} value={link && link["entity"] === entity ? String(link["id"]) : null} onChange={(next) => onChange(next === null ? null : { entity, id: idOf(next) })} />
      )}
    </div>
  );
}

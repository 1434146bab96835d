import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Entry } from "../../contract/record.ts";
import type { Entity, Fields } from "../../contract/screen.ts";
import { recordQuery } from "../../data/records.ts";
import { Button } from "../../render/control/Button.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { alike, sentOf } from "../../render/form/compute.ts";
import { Value } from "../../render/record/Value.tsx";
import { selectionOf } from "../../render/record/selection.ts";
import { useWords } from "../../render/text/text.ts";

interface Props {
  readonly entity: Entity;
  readonly fields: Fields;
  readonly id: string;
  /** As it was when one began to type. */
  readonly base: Entry;
  readonly mine: Entry;
  readonly changes: Entry;
  readonly onSave: (version: number, changes: Entry) => void;
  readonly onClose: () => void;
}

/** Somebody else saved first: field by field, whose value stays. What only one of the two changed is not asked. */
export default function Conflict({ entity, fields, id, base, mine, changes, onSave, onClose }: Props) {
  const t = useWords();
  const names = Object.keys(changes);
  const asked = useMemo(() => ["version", ...selectionOf(names, fields)], [names, fields]);
  const theirs = useQuery({ ...recordQuery(entity.entity, id, asked), staleTime: 0 }).data?.record;
  const [kept, setKept] = useState<Readonly<Record<string, "mine" | "theirs">>>({});
  if (!theirs) return null;
  const contested = names.filter((name) => {
    const field = fields[name];
    return field && !alike(theirs[name], base[name], field) && !alike(theirs[name], mine[name], field);
  });
  const choiceOf = (name: string) => kept[name] ?? "mine";
  const all = (choice: "mine" | "theirs") => setKept(Object.fromEntries(contested.map((name) => [name, choice])));
  const save = () => {
    const chosen = names.filter((name) => !contested.includes(name) || choiceOf(name) === "mine");
    onSave(Number(theirs["version"]), Object.fromEntries(chosen.map((name) => [name, changes[name] ?? sentOf(mine[name], fields[name] as Fields[string])])));
  };
  return (
    <Dialog
      wide
      title={t("conflict.title")}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" onPress={save}>
            {t("conflict.save")}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="muted">{t("conflict.help")}</p>
        {contested.length > 1 && (
          <div className="row">
            <Button onPress={() => all("mine")}>{t("conflict.allMine")}</Button>
            <Button onPress={() => all("theirs")}>{t("conflict.allTheirs")}</Button>
          </div>
        )}
        {(contested.length > 0 ? contested : names).map((name) => {
          const field = fields[name];
          if (!field) return null;
          return (
            <fieldset key={name} className="conflict">
              <legend>{field.title}</legend>
              {(["mine", "theirs"] as const).map((whose) => (
                <label key={whose} className="conflict-side">
                  <input type="radio" name={`conflict-${name}`} checked={choiceOf(name) === whose} disabled={!contested.includes(name)} onChange={() => setKept({ ...kept, [name]: whose })} />
                  <span className="muted">{t(`conflict.${whose}`)}</span>
                  <Value value={whose === "mine" ? mine[name] : theirs[name]} field={field} record={whose === "mine" ? mine : theirs} />
                </label>
              ))}
            </fieldset>
          );
        })}
      </div>
    </Dialog>
  );
}

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Entry, Json } from "../../contract/record.ts";
import type { Field } from "../../contract/screen.ts";
import { Refusal } from "../../data/client.ts";
import { create } from "../../data/records.ts";
import { entityQuery } from "../../data/screens.ts";
import { Button } from "../control/Button.tsx";
import { Dialog } from "../control/Dialog.tsx";
import { Notice } from "../control/Notice.tsx";
import { called } from "../form/called.ts";
import { defaultsOf, sentOf } from "../form/compute.ts";
import { useUnread } from "../form/unread.ts";
import { useCircumstances } from "../record/circumstances.ts";
import { useWords } from "../text/text.ts";
import { wordsFor } from "../view/Problem.tsx";
import { FieldEdit } from "./FieldEdit.tsx";

interface Props {
  readonly entity: string;
  /** The field that names it. */
  readonly label: string;
  readonly text: string;
  /** What the engine said of the name alone. */
  readonly failure: Refusal;
  readonly onMade: (record: Entry) => void;
  readonly onClose: () => void;
}

const isAsked = (field: Field) => field.required === true && field.default === undefined && !field.formula && field.readOnly !== true && field.type !== "lines";

/** A new record beside the one that links to it: with what it cannot do without, and what the engine complains of. */
export default function QuickMake({ entity: name, label, text, failure, onMade, onClose }: Props) {
  const t = useWords();
  const where = useCircumstances();
  const entity = useQuery(entityQuery(name)).data;
  const [typed, setTyped] = useState<Entry>({ [label]: text });
  const [failed, setFailed] = useState<Refusal | null>(failure);
  const [busy, setBusy] = useState(false);
  const unread = useUnread();
  if (!entity) return null;
  const record: Entry = { ...defaultsOf(entity.fields, where), ...typed };
  const faultOf = (field: string) => failed?.faults.find(({ path }) => path === field);
  const complained = (failed?.faults ?? []).map(({ path }) => path.replace(/[[.].*$/, ""));
  const asked = Object.entries(entity.fields).filter(([field, about]) => field === label || isAsked(about) || complained.includes(field));
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy || unread.isAny) return;
    setBusy(true);
    try {
      const given = asked.flatMap(([field, about]) => (record[field] === undefined || record[field] === null ? [] : [[field, sentOf(record[field], about)] as const]));
      const made = await create(name, Object.fromEntries(given), crypto.randomUUID());
      onMade({ id: String(made["id"]), [label]: record[label] ?? text });
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused;
      setFailed(refused);
    } finally {
      setBusy(false);
    }
  };
  const change = (field: string, value: Json) => {
    unread.forget([field]);
    setTyped((before) => ({ ...before, [field]: value }));
  };
  const isElsewhere = failed !== null && !failed.faults.some(({ path }) => asked.some(([field]) => field === path));
  return (
    <Dialog
      title={t("form.new", { title: entity.singular })}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" disabled={busy || unread.isAny} onPress={() => void save()}>
            {t("action.save")}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        {isElsewhere && <Notice tone="Negative">{wordsFor(failed, t)}</Notice>}
        {asked.map(([field, about]) => {
          const fault = faultOf(field);
          const words = unread.words[field] ?? (fault && called(field, entity.fields, [fault.message, fault.hint].filter(Boolean).join(" ")));
          return (
            <FieldEdit
              key={field}
              id={`quick-${field}`}
              entity={name}
              name={field}
              field={about}
              value={record[field] ?? null}
              record={record}
              readOnly={false}
              required={about.required === true}
              fault={words}
              onChange={(value) => change(field, value)}
              onUnread={(said) => unread.tell(field, said)}
            />
          );
        })}
      </form>
    </Dialog>
  );
}

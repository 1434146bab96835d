import { Suspense, useState } from "react";
import type { Entry, Json } from "../../contract/record.ts";
import { idOf, isEntry } from "../../contract/record.ts";
import type { Entity, Field } from "../../contract/screen.ts";
import { Button } from "../../render/control/Button.tsx";
import { Choice } from "../../render/control/Choice.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { useUnread } from "../../render/form/unread.ts";
import { useWords } from "../../render/text/text.ts";
import { editorOf } from "../../render/widget/registry.ts";

interface Props {
  readonly entity: Entity;
  readonly count: number;
  readonly busy: boolean;
  readonly onApply: (fields: Entry) => void;
  readonly onClose: () => void;
}

const NOT_IN_BULK = ["lines", "file", "files", "image", "signature", "password", "secret", "formula", "lookup"];

const isOpen = (field: Field) => !field.system && !field.unique && field.readOnly === false && !field.setOnce && !NOT_IN_BULK.includes(field.type);

/** Gives one field of many records the same value. */
export default function BulkEdit({ entity, count, busy, onApply, onClose }: Props) {
  const t = useWords();
  const options = Object.entries(entity.fields)
    .filter(([, field]) => isOpen(field))
    .map(([key, { title }]) => ({ key, title }));
  const [name, setName] = useState(options[0]?.key ?? "");
  const [value, setValue] = useState<Json>(null);
  const unread = useUnread();
  const field = entity.fields[name];
  if (!field) return null;
  const Editor = editorOf(field);
  const change = (next: Json) => {
    unread.forget([name]);
    setValue(next);
  };
  return (
    <Dialog
      title={`${t("list.bulkEdit")} · ${t("list.selected", { count })}`}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" disabled={busy || unread.isAny} onPress={() => onApply({ [name]: isEntry(value) ? idOf(value) : value })}>
            {t("action.apply")}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <div className="stack">
        <Labelled label={t("list.bulkField")} of="bulk-field">
          <Choice
            id="bulk-field"
            label={t("list.bulkField")}
            value={name}
            options={options}
            onChange={(next) => {
              setName(next);
              setValue(null);
              unread.forget([name]);
            }}
          />
        </Labelled>
        <Labelled label={t("list.bulkValue")} of="bulk-value" fault={unread.words[name]}>
          <Suspense>
            <Editor key={name} id="bulk-value" entity={entity.entity} name={name} field={field} value={value} record={{}} readOnly={false} required={false} fault={unread.words[name]} onChange={change} onUnread={(words) => unread.tell(name, words)} />
          </Suspense>
        </Labelled>
      </div>
    </Dialog>
  );
}

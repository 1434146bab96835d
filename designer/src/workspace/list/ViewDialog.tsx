import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Reader, SavedView } from "../../contract/savedView.ts";
import { restore } from "../../data/records.ts";
import { changeView, deleteView, groupsAndRolesQuery, SAVED_VIEWS } from "../../data/savedViews.ts";
import { useMe } from "../../data/session.ts";
import { Button } from "../../render/control/Button.tsx";
import { Checkbox } from "../../render/control/Checkbox.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { say } from "../../render/control/toast.ts";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";

interface Props {
  readonly view: SavedView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  readonly onDeleted: () => void;
}

const ADMINISTRATOR = "administrator";
const OF_EVERYBODY = "sys.everybody";

/** The name of a view, and who sees it. */
export default function ViewDialog({ view, onClose, onSaved, onDeleted }: Props) {
  const t = useWords();
  const [name, setName] = useState(view.name);
  const [everybody, setEverybody] = useState(view.everybody);
  const [readers, setReaders] = useState(view.readers);
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    } finally {
      setBusy(false);
    }
  };
  const save = () =>
    attempt(async () => {
      await changeView(view.id, { name: name.trim(), everybody, readers: everybody ? [] : readers });
      say(t("views.saved", { name: name.trim() }));
      onSaved();
    });
  const remove = () =>
    attempt(async () => {
      await deleteView(view.id);
      say(t("views.deleted", { name: view.name }), { action: { title: t("action.undo"), run: () => void restore(SAVED_VIEWS, view.id) } });
      onDeleted();
    });
  return (
    <Dialog
      title={t("views.editOf", { name: view.name })}
      onClose={onClose}
      footer={
        <>
          <Button design="Negative" disabled={busy} onPress={() => void remove()}>
            {t("action.delete")}
          </Button>
          <span className="grow" />
          <Button design="Emphasized" disabled={busy || name.trim() === ""} onPress={() => void save()}>
            {t("action.save")}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <div className="stack">
        <Labelled label={t("list.saveViewName")} of="view-name">
          <TextInput id="view-name" value={name} label={t("list.saveViewName")} onInput={setName} />
        </Labelled>
        <fieldset className="plain-fieldset">
          <legend className="label">{t("views.share")}</legend>
          <Checkbox checked={everybody} text={t("views.everybody")} onChange={setEverybody} />
          {!everybody && <Readers readers={readers} onChange={setReaders} />}
        </fieldset>
      </div>
    </Dialog>
  );
}

const keyOf = ({ group, role }: Reader) => (group === null ? `role ${role}` : `group ${group}`);

/** The groups and roles that one may share with: all of them for administrators, one's own for others. */
function Readers({ readers, onChange }: { readonly readers: readonly Reader[]; readonly onChange: (readers: readonly Reader[]) => void }) {
  const t = useWords();
  const me = useMe();
  const { data } = useQuery({ ...groupsAndRolesQuery, enabled: me.roles.includes(ADMINISTRATOR) });
  const groups = data?.groups ?? me.groups.map((name) => ({ name }));
  const roles = (data?.roles ?? me.roles.map((name) => ({ name }))).filter(({ name }) => name !== OF_EVERYBODY);
  const offered = [
    ...groups.map(({ name, title }: { name: string; title?: string | null }) => ({ reader: { group: name, role: null }, title: title ?? name })),
    ...roles.map(({ name, title }: { name: string; title?: string | null }) => ({ reader: { group: null, role: name }, title: title ?? name })),
  ];
  const others = readers.filter((reader) => !offered.some((each) => keyOf(each.reader) === keyOf(reader))).map((reader) => ({ reader, title: reader.group ?? reader.role ?? "" }));
  const all = [...offered, ...others];
  const has = (reader: Reader) => readers.some((each) => keyOf(each) === keyOf(reader));
  const toggle = (reader: Reader) => onChange(has(reader) ? readers.filter((each) => keyOf(each) !== keyOf(reader)) : [...readers, reader]);
  return (
    <div className="views-readers">
      {all.map(({ reader, title }) => (
        <Checkbox key={keyOf(reader)} checked={has(reader)} text={`${title} (${t(reader.group === null ? "views.role" : "views.group")})`} onChange={() => toggle(reader)} />
      ))}
    </div>
  );
}

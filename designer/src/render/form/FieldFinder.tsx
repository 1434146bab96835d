import "@ui5/webcomponents-icons/dist/search.js";
import { useState } from "react";
import { Button } from "../control/Button.tsx";
import { Popover } from "../control/Popover.tsx";
import { TextInput } from "../control/TextInput.tsx";
import { useWords } from "../text/text.ts";

export interface Findable {
  readonly name: string;
  readonly title: string;
  /** The tab that it stands in. */
  readonly tab: string;
}

const MOST = 12;
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Leads to one of many fields, whichever tab it stands in. */
export function FieldFinder({ fields, onFind }: { readonly fields: readonly Findable[]; readonly onFind: (field: Findable) => void }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const found = fields.filter(({ title }) => plain(title).includes(plain(words.trim()))).slice(0, MOST);
  const take = (field: Findable | undefined) => {
    if (!field) return;
    setOpen(false);
    setWords("");
    onFind(field);
  };
  return (
    <>
      <Button id="form-find" design="Transparent" icon="search" label={t("form.findField")} popup="dialog" onPress={() => setOpen(!open)} />
      <Popover opener="form-find" open={open} label={t("form.findField")} onClose={() => setOpen(false)}>
        <div className="panel field-finder" onKeyDown={(event) => event.key === "Enter" && take(found[0])}>
          <TextInput value={words} label={t("form.findField")} placeholder={t("form.findField")} onInput={setWords} autoFocus />
          <div className="menu-list">
            {found.map((field) => (
              <button key={field.name} type="button" className="plain menu-entry" onClick={() => take(field)}>
                <span className="grow ellipsis">{field.title}</span> <small className="muted">{field.tab}</small>
              </button>
            ))}
            {found.length === 0 && <p className="muted">{t("link.none")}</p>}
          </div>
        </div>
      </Popover>
    </>
  );
}

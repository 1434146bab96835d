import { Button } from "../../render/control/Button.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { type TextId, useWords } from "../../render/text/text.ts";

const KEYS: readonly (readonly [string, TextId])[] = [
  ["Ctrl K", "help.palette"],
  ["Alt N", "help.new"],
  ["Ctrl S", "help.save"],
  ["/", "help.search"],
  ["↑ ↓ ← →", "help.rows"],
  ["Enter", "help.open"],
  ["Space", "help.select"],
  ["F2", "help.edit"],
  ["Alt Enter", "help.line"],
  ["Alt ↓ · Alt ↑", "help.next"],
  ["Esc", "help.close"],
  ["?", "help.help"],
];

/** Which keys do what. */
export default function Keyboard({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  return (
    <Dialog title={t("help.title")} onClose={onClose} footer={<Button onPress={onClose}>{t("action.close")}</Button>}>
      <dl className="keys">
        {KEYS.map(([keys, text]) => (
          <div key={text}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

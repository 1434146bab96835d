import type { Entity } from "../../contract/screen.ts";
import { Button } from "../../render/control/Button.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { useWords } from "../../render/text/text.ts";

interface Props {
  readonly entity: Entity;
  readonly count: number;
  readonly busy: boolean;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before records go. */
export default function DeleteDialog({ entity, count, busy, onDelete, onClose }: Props) {
  const t = useWords();
  return (
    <Dialog
      title={t("list.deleteAsk", { count })}
      onClose={onClose}
      footer={
        <>
          <Button design="Negative" disabled={busy} onPress={onDelete}>
            {t("action.delete")}
          </Button>
          <Button onPress={onClose}>{t("action.cancel")}</Button>
        </>
      }
    >
      <p>{t(entity.features.softDelete ? "list.deleteHelp" : "list.deleteForGood")}</p>
    </Dialog>
  );
}

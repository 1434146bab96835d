import { lazy, Suspense, useState } from "react";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { useWords } from "../../render/text/text.ts";
import type { ToolProps } from "./Toolbar.tsx";

const ColumnChoice = lazy(() => import("./ColumnChoice.tsx"));

/** The columns of a list. */
export function ColumnsPanel(props: ToolProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button id="list-columns" design="Transparent" icon="table-column" popup="dialog" onPress={() => setOpen(!open)}>
        {t("list.columns")}
      </Button>
      <Popover opener="list-columns" open={open} label={t("list.columns")} onClose={() => setOpen(false)}>
        <Suspense>
          <ColumnChoice {...props} />
        </Suspense>
      </Popover>
    </>
  );
}

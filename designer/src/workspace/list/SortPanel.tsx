import { lazy, Suspense, useState } from "react";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { useWords } from "../../render/text/text.ts";
import type { ToolProps } from "./Toolbar.tsx";

const SortKeys = lazy(() => import("./SortKeys.tsx"));

/** The order of a list. */
export function SortPanel(props: ToolProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button id="list-sort" design="Transparent" icon="sort" popup="dialog" onPress={() => setOpen(!open)}>
        {t("list.sort")}
      </Button>
      <Popover opener="list-sort" open={open} label={t("list.sort")} onClose={() => setOpen(false)}>
        <Suspense>
          <SortKeys {...props} />
        </Suspense>
      </Popover>
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { savedViewsQuery } from "../../data/savedViews.ts";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { useWords } from "../../render/text/text.ts";
import { NO_VIEW } from "../../render/view/view.ts";
import { hereOf, isChanged } from "./saved.ts";
import type { ToolProps } from "./Toolbar.tsx";

const ViewsMenu = lazy(() => import("./ViewsMenu.tsx"));

/** What one looks at often, under a name: one's own views, and those that others share. */
export function ViewsPanel({ entity, asked }: ToolProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { data: views = [] } = useQuery({ ...savedViewsQuery(entity.entity), enabled: open || (asked.saved !== undefined && asked.saved !== NO_VIEW) });
  const current = views.find(({ id }) => id === asked.saved);
  return (
    <>
      <Button id="list-views" design={current ? "Default" : "Transparent"} icon="bookmark-2" popup="menu" label={current ? `${t("list.views")}: ${current.name}` : t("list.views")} onPress={() => setOpen(!open)}>
        {current ? `${current.name}${isChanged(current, hereOf(location)) ? " •" : ""}` : t("list.views")}
      </Button>
      <Popover opener="list-views" open={open} label={t("list.views")} onClose={() => setOpen(false)}>
        <Suspense fallback={<div className="menu-list" />}>
          <ViewsMenu entity={entity} views={views} current={current} onClose={() => setOpen(false)} />
        </Suspense>
      </Popover>
    </>
  );
}

import "./notify.css";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { unreadQuery } from "../../data/notifications.ts";
import { Popover } from "../../render/control/Popover.tsx";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";

const Notifications = lazy(() => import("./Notifications.tsx"));

const MOST = 99;

/** What the user is to know: how much, and on a press what. */
export function Bell() {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  return (
    <>
      <button id="bell" type="button" className="plain bell" aria-haspopup="dialog" aria-expanded={open} aria-label={t("notify.open", { count: unread })} onClick={() => setOpen(!open)}>
        <Glyph name="bell" size={16} />
        {unread > 0 && (
          <span className={data?.urgent ? "bell-count bell-urgent" : "bell-count"} aria-hidden="true">
            {unread > MOST ? `${MOST}+` : unread}
          </span>
        )}
      </button>
      <Popover opener="bell" open={open} label={t("notify.title")} className="bell-popover" onClose={() => setOpen(false)}>
        <Suspense>
          <Notifications onLeave={() => setOpen(false)} />
        </Suspense>
      </Popover>
    </>
  );
}

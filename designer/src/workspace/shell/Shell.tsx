import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { followChanges } from "../../data/live.ts";
import { useMenus } from "../../data/screens.ts";
import { useMe } from "../../data/session.ts";
import { catchLetters, type Early } from "../../render/control/early.ts";
import { useShortcuts } from "../../render/control/keys.ts";
import { useKept } from "../../render/control/kept.ts";
import { useWords } from "../../render/text/text.ts";
import { Arrival } from "./Arrival.tsx";
import { Connection } from "./Connection.tsx";
import { SideMenu } from "./SideMenu.tsx";
import { TopBar } from "./TopBar.tsx";

const loadPalette = () => import("../palette/Palette.tsx");
const Palette = lazy(loadPalette);
const Keyboard = lazy(() => import("./Keyboard.tsx"));

const NOTHING_TYPED: Early = { letters: "", entered: false };
const NARROW = "(max-width: 800px)";

/** The frame around every page: bar, menu, and what can be called up from anywhere. */
export function Shell() {
  const t = useWords();
  useMe();
  const menus = useMenus().data ?? [];
  const [open, setOpen] = useKept("armature.menuOpen", true);
  const [drawer, setDrawer] = useState(false);
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const address = useRouterState({ select: ({ location }) => location.href });
  useEffect(() => setDrawer(false), [address]);
  useEffect(followChanges, []);
  useEffect(preparePalette, []);
  const early = useRef<(() => Early) | null>(null);
  const search = () => {
    // Whoever types on at once means the palette, also while it is on its way.
    if (!palette) early.current = catchLetters(() => true);
    setPalette(true);
  };
  useShortcuts({ "mod+k": search, "?": () => setHelp(true) });
  const toggle = () => (matchMedia(NARROW).matches ? setDrawer(!drawer) : setOpen(!open));
  return (
    <div className={`shell ${open ? "" : "shell-closed"} ${drawer ? "shell-drawer" : ""}`}>
      <a className="skip" href="#page">
        {t("shell.skip")}
      </a>
      <TopBar onMenu={toggle} menuOpen={open} onSearch={search} onHelp={() => setHelp(true)} />
      <SideMenu menus={menus} onLeave={() => setDrawer(false)} />
      {drawer && <button type="button" className="plain shell-veil" aria-label={t("shell.closeMenu")} onClick={() => setDrawer(false)} />}
      <main id="page" className="page" tabIndex={-1}>
        <Connection />
        <Outlet />
      </main>
      <Arrival />
      <Suspense>
        {palette && <Palette menus={menus} onBegin={() => early.current?.() ?? NOTHING_TYPED} onClose={() => setPalette(false)} />}
        {help && <Keyboard onClose={() => setHelp(false)} />}
      </Suspense>
    </div>
  );
}

/** Whoever presses Ctrl may want the palette next, and types on at once. */
function preparePalette(): () => void {
  const prepare = ({ key }: KeyboardEvent) => {
    if (key === "Control" || key === "Meta") void loadPalette();
  };
  window.addEventListener("keydown", prepare);
  return () => window.removeEventListener("keydown", prepare);
}

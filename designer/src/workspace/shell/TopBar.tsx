import "@ui5/webcomponents-icons/dist/menu2.js";
import "@ui5/webcomponents-icons/dist/sys-help.js";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { signOut, useMe } from "../../data/session.ts";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import { Workplace } from "../company/Workplace.tsx";
import { Bell } from "../notify/Bell.tsx";

interface Props {
  readonly onMenu: () => void;
  readonly menuOpen: boolean;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);

export function TopBar({ onMenu, menuOpen, onSearch, onHelp }: Props) {
  const t = useWords();
  return (
    <header className="bar">
      <Button design="Transparent" icon="menu2" onPress={onMenu} label={t(menuOpen ? "shell.closeMenu" : "shell.openMenu")} />
      <Link to="/" className="bar-mark" aria-label={`${t("app.name")}: ${t("shell.home")}`}>
        <img src="/icon.svg" alt="" width={24} height={24} />
        <span>{t("app.name")}</span>
      </Link>
      <button type="button" className="plain bar-search" onClick={onSearch}>
        <Glyph name="search" size={14} />
        <span className="grow ellipsis">{t("shell.search")}</span>
        <kbd>{isApple ? "⌘ K" : "Ctrl K"}</kbd>
      </button>
      <div className="bar-end">
        <Workplace />
        <Bell />
        <Button design="Transparent" icon="sys-help" onPress={onHelp} label={t("shell.help")} />
        <UserMenu />
      </div>
    </header>
  );
}

const initialsOf = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0] ?? "").join("").toUpperCase();
};

function UserMenu() {
  const t = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const choose = (run: () => unknown) => {
    setOpen(false);
    run();
  };
  return (
    <>
      <button id="user-menu" type="button" className="plain avatar" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{initialsOf(me.name)}</span>
        <span className="unseen">{t("shell.user", { name: me.name })}</span>
      </button>
      <Popover opener="user-menu" open={open} label={me.name} onClose={() => setOpen(false)}>
        <div className="menu-list">
          <div className="menu-title">
            <div style={{ color: "var(--sapTextColor)", fontSize: "0.875rem" }}>{me.name}</div>
            {me.username}
          </div>
          <div className="menu-line" />
          <button type="button" className="plain menu-entry" onClick={() => choose(() => navigate({ to: "/account/settings" }))}>
            <Glyph name="settings" /> {t("shell.settings")}
          </button>
          <button type="button" className="plain menu-entry" onClick={() => choose(signOut)}>
            <Glyph name="log" /> {t("shell.signOut")}
          </button>
        </div>
      </Popover>
    </>
  );
}

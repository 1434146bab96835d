import "./company.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Company } from "../../contract/workplace.ts";
import { chooseCompany, companiesQuery, sitesQuery } from "../../data/workplaces.ts";
import { Popover } from "../../render/control/Popover.tsx";
import { say } from "../../render/control/toast.ts";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { inOrder, useEveryCompany } from "./scope.ts";

/** In which company one works, and at which site; there only where one has a choice. */
export function Workplace() {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [every, setEvery] = useEveryCompany();
  const navigate = useNavigate();
  /** What is chosen here goes over the company of which the address speaks. */
  const forgetAddress = () => {
    const { company, ...search } = Object.fromEntries(new URLSearchParams(location.search));
    if (company !== undefined) void navigate({ to: ".", search, replace: true });
  };
  const companies = useQuery(companiesQuery).data ?? [];
  const sites = useQuery(sitesQuery).data ?? [];
  if (companies.length < 2 && sites.length < 2) return null;
  const current = companies.find((company) => company.current);
  const site = sites.find((each) => each.current);
  const name = current?.name ?? (companies.length > 1 ? t("company.choose") : (site?.name ?? ""));
  const choose = async ({ id, name: chosen, current: already }: Company) => {
    setOpen(false);
    if (already) return;
    try {
      await chooseCompany(id);
      forgetAddress();
      say(t("company.now", { name: chosen }));
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  return (
    <>
      <button id="workplace" type="button" className="plain workplace" aria-haspopup="menu" aria-expanded={open} aria-label={t("company.where", { name })} title={name} onClick={() => setOpen(!open)}>
        <Glyph name="building" />
        <span className="ellipsis">{name}</span>
        <Glyph name="slim-arrow-down" size={12} />
      </button>
      <Popover opener="workplace" open={open} label={t("company.where", { name })} onClose={() => setOpen(false)}>
        <div className="menu-list workplace-menu" role="menu" aria-label={t("company.where", { name })}>
          {companies.length > 1 && (
            <div role="group" aria-label={t("company.title")}>
              <div className="menu-title">{t("company.title")}</div>
              {inOrder(companies).map(({ company, depth }) => (
                <button key={company.id} type="button" role="menuitemradio" aria-checked={company.current} className="plain menu-entry" style={{ paddingInlineStart: `${0.625 + depth}rem` }} onClick={() => void choose(company)}>
                  <Glyph name={company.current ? "accept" : "building"} /> <span className="ellipsis">{company.name}</span>
                </button>
              ))}
              {current && (
                <button type="button" role="menuitemcheckbox" aria-checked={every} className="plain menu-entry" onClick={() => (setEvery(!every), forgetAddress())}>
                  <Glyph name={every ? "accept" : "add"} /> {t("company.all")}
                </button>
              )}
            </div>
          )}
          {companies.length > 1 && sites.length > 1 && <div className="menu-line" />}
          {sites.length > 1 && (
            <div role="group" aria-label={t("site.title")}>
              <div className="menu-title">{t("site.title")}</div>
              {sites.map((each) => (
                <a key={each.name} role="menuitem" className="plain menu-entry" href={each.address} aria-current={each.current ? "page" : undefined}>
                  <Glyph name={each.current ? "accept" : "world"} /> <span className="grow ellipsis">{each.name}</span>
                  {!each.signedIn && <small className="muted">{t("signIn.submit")}</small>}
                </a>
              ))}
            </div>
          )}
        </div>
      </Popover>
    </>
  );
}

import "./account.css";
import type { ReactNode } from "react";
import { useWords } from "../../render/text/text.ts";
import { useTitle } from "../title.ts";

/** The one thing on a page before there is a workspace. */
export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useWords();
  useTitle(title);
  return (
    <main className="account">
      <div className="account-card">
        <div className="account-mark">
          <img src="/icon.svg" alt="" width={40} height={40} />
          <span>{t("app.name")}</span>
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

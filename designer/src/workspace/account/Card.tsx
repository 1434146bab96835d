import "./account.css";
import type { ReactNode } from "react";
import { useWords } from "../../render/text/text.ts";

/** The one thing on a page before there is a workspace. */
export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useWords();
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

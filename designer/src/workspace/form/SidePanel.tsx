import { lazy, Suspense, useState } from "react";
import type { Entity, Screen } from "../../contract/screen.ts";
import { tabKeys, tabStop } from "../../render/control/tabKeys.ts";
import { useWords } from "../../render/text/text.ts";
import { Comments } from "./panel/Comments.tsx";
import { Followers } from "./panel/Followers.tsx";
import { History } from "./panel/History.tsx";

const Files = lazy(() => import("./panel/Files.tsx"));

interface Props {
  readonly entity: Entity;
  readonly screen: Screen;
  readonly id: string;
}

type Shelf = "comments" | "files" | "history";

/** What happened to the record, what people say of it, what is attached to it. */
export function SidePanel(props: Props) {
  const t = useWords();
  const { features } = props.entity;
  const has: Readonly<Record<Shelf, boolean>> = { comments: features.comments, files: features.attachments, history: features.audit };
  const tabs = (["comments", "files", "history"] as const).filter((each) => has[each]);
  const [tab, setTab] = useState<Shelf>(tabs[0] ?? "history");
  return (
    <aside className="side-panel" aria-label={t("form.panel")}>
      <div className="tabs" role="tablist" aria-label={t("form.panel")} onKeyDown={tabKeys()}>
        {tabs.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === tab} tabIndex={tabStop(each === tab)} className="plain tab" onClick={() => setTab(each)}>
            {t(`form.${each}`)}
          </button>
        ))}
      </div>
      <Suspense>
        {tab === "comments" && <Comments {...props} />}
        {tab === "files" && <Files {...props} />}
        {tab === "history" && <History {...props} />}
      </Suspense>
      <Followers {...props} />
    </aside>
  );
}

import "./report.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import type { Card } from "../../contract/report.ts";
import { dashboardQuery, reportDataQuery, reportQuery } from "../../data/reports.ts";
import { entityQuery } from "../../data/screens.ts";
import { Choice } from "../../render/control/Choice.tsx";
import { useWords } from "../../render/text/text.ts";
import { Problem } from "../../render/view/Problem.tsx";
import { useScope } from "../company/scope.ts";
import { Waiting } from "../Waiting.tsx";
import { firstMeasure } from "./cells.ts";
import { Numbers } from "./Numbers.tsx";

/** Several reports of a pack beside one another. */
export function DashboardPage() {
  const { pack, name } = useParams({ from: "/dashboards/$pack/$name" });
  return (
    <Suspense fallback={<Waiting />} key={`${pack}.${name}`}>
      <Board name={`${pack}.${name}`} />
    </Suspense>
  );
}

function Board({ name }: { readonly name: string }) {
  const t = useWords();
  const board = useSuspenseQuery(dashboardQuery(name)).data;
  useEffect(() => {
    document.title = `${board.title} · Armature`;
  }, [board.title]);
  return (
    <div className="report">
      <header className="report-head">
        <h1 className="ellipsis grow">{board.title}</h1>
      </header>
      <div className="dashboard">
        {board.cards.map((card, index) => (
          <CardFrame key={`${index}${card.name}`} card={card} />
        ))}
      </div>
      {board.cards.length === 0 && <p className="empty muted">{t("report.none")}</p>}
    </div>
  );
}

function CardFrame({ card }: { readonly card: Card }) {
  const t = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: report, error } = useQuery(reportQuery(card.name));
  const [pack = "", name = ""] = card.name.split(".");
  const measure = report && (report.measures.find(({ key }) => key === chosen) ?? firstMeasure(report));
  const drawn = card.chart !== "table" && card.chart !== "number";
  return (
    <section className="dashboard-card" style={{ "--width": card.width, "--height": card.height } as React.CSSProperties} aria-label={card.title}>
      <header className="dashboard-head">
        <h2 className="ellipsis">
          <Link to="/reports/$pack/$name" params={{ pack, name }} search={{}}>
            {card.title}
          </Link>
        </h2>
        {report && drawn && report.measures.length > 1 && (
          <Choice label={`${card.title}: ${t("cube.what")}`} value={measure?.key ?? ""} options={report.measures.map(({ key, title }) => ({ key, title }))} onChange={setChosen} />
        )}
      </header>
      <div className="dashboard-body">
        {error && <Problem failure={error} />}
        {report && measure && <Rows report={report} kind={card.chart} measure={measure} />}
      </div>
    </section>
  );
}

function Rows({ report, kind, measure }: Omit<Parameters<typeof Numbers>[0], "rows">) {
  const entity = useQuery(entityQuery(report.entity)).data;
  const scope = useScope(entity);
  const { data: rows, error, refetch } = useQuery({ ...reportDataQuery(report, scope?.filter), enabled: entity !== undefined });
  if (error) return <Problem failure={error} onRetry={() => void refetch()} />;
  return rows ? <Numbers report={report} rows={rows} kind={kind} measure={measure} /> : <div aria-busy="true" />;
}

import "./report.css";
import "@ui5/webcomponents-icons/dist/download.js";
import "@ui5/webcomponents-icons/dist/filter.js";
import "@ui5/webcomponents-icons/dist/decline.js";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { both } from "../../data/filter.ts";
import { reportDataQuery, reportQuery } from "../../data/reports.ts";
import { useEntity } from "../../data/screens.ts";
import { CHARTS } from "../../render/chart/plotted.ts";
import { Choice } from "../../render/control/Choice.tsx";
import { useReachedEntity } from "../../render/condition/reach.ts";
import { useWords } from "../../render/text/text.ts";
import { Problem } from "../../render/view/Problem.tsx";
import { FilterPanel } from "../list/FilterPanel.tsx";
import { useScope } from "../company/scope.ts";
import { ScopeChip } from "../company/ScopeChip.tsx";
import { reportRoute } from "../router.tsx";
import { Waiting } from "../Waiting.tsx";
import { firstMeasure } from "./cells.ts";
import { ExportMenu } from "./ExportMenu.tsx";
import { Numbers } from "./Numbers.tsx";

/** A report of a pack: its numbers, drawn in many ways, narrowed by one's own conditions. */
export function ReportPage() {
  const { pack, name } = reportRoute.useParams();
  return (
    <Suspense fallback={<Waiting />} key={`${pack}.${name}`}>
      <Whole name={`${pack}.${name}`} />
    </Suspense>
  );
}

const KINDS = ["table", "number", ...CHARTS];
const NONE: readonly string[] = [];

function Whole({ name }: { readonly name: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const report = useSuspenseQuery(reportQuery(name)).data;
  const entity = useEntity(report.entity);
  const search = reportRoute.useSearch();
  const reached = useReachedEntity(entity, search.filter);
  const scope = useScope(entity);
  const filter = both(search.filter, scope?.filter);
  const { data: rows, error, refetch, isFetching } = useQuery(reportDataQuery(report, filter));
  const kind = KINDS.includes(search.kind ?? "") ? (search.kind ?? "") : report.chart;
  const measure = report.measures.find(({ key }) => key === search.measure) ?? firstMeasure(report);
  useEffect(() => {
    document.title = `${report.title} · Armature`;
  }, [report.title]);
  const [pack = "", own = ""] = name.split(".");
  const ask = (changes: Partial<typeof search>) => void navigate({ to: "/reports/$pack/$name", params: { pack, name: own }, search: { ...search, ...changes }, replace: true });
  return (
    <div className="report">
      <header className="report-head">
        <h1 className="ellipsis grow">{report.title}</h1>
        {entity.may["export"] !== "none" && <ExportMenu name={name} filter={filter} />}
        {report.description && <p className="muted">{report.description}</p>}
      </header>
      <div className="report-bar" role="toolbar" aria-label={report.title}>
        <Choice label={t("cube.as")} value={kind} options={KINDS.map((key) => ({ key, title: t("report.kind", { kind: key }) }))} onChange={(next) => ask({ kind: next === report.chart ? undefined : next })} />
        {report.measures.length > 1 && kind !== "table" && kind !== "number" && (
          <Choice label={t("cube.what")} value={measure?.key ?? ""} options={report.measures.map(({ key, title }) => ({ key, title }))} onChange={(next) => ask({ measure: next })} />
        )}
        <ScopeChip scope={scope} />
        <FilterPanel entity={reached} asked={{ filter: search.filter, on: NONE }} onAsk={({ filter }) => ask({ filter })} />
      </div>
      <div className="report-body" aria-busy={isFetching}>
        {error ? <Problem failure={error} onRetry={() => void refetch()} /> : rows && measure && <Numbers report={report} rows={rows} kind={kind} measure={measure} />}
      </div>
    </div>
  );
}

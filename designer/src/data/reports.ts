import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Listing } from "../contract/record.ts";
import type { Dashboard, Report } from "../contract/report.ts";
import { get, query } from "./client.ts";
import { recordsKey } from "./records.ts";

const A_WHILE = 5 * 60_000;
const place = (kind: "reports" | "dashboards", name: string) => `/api/${kind}/${name.replace(".", "/")}`;

export const reportQuery = (name: string) => {
  return queryOptions({ queryKey: ["reports", name], staleTime: A_WHILE, queryFn: ({ signal }) => get<Report>(place("reports", name), signal) });
};

export const dashboardQuery = (name: string) => {
  return queryOptions({ queryKey: ["dashboards", name], staleTime: A_WHILE, queryFn: ({ signal }) => get<Dashboard>(place("dashboards", name), signal) });
};

/** The numbers of a report; they are read again when records of its entity change. */
export const reportDataQuery = (report: Report, filter: string | undefined) => {
  return queryOptions({
    queryKey: [...recordsKey(report.entity), "report", report.name, filter ?? ""],
    queryFn: async ({ signal }) => (await get<Listing>(`${place("reports", report.name)}/data${query({ filter })}`, signal)).data,
    placeholderData: keepPreviousData,
  });
};

import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

/** What a report is, shortly. */
export type ReportBrief = Schemas["ReportBrief"];

export type ReportDimension = Schemas["ReportDimension"];

export type ReportMeasure = Schemas["ReportMeasure"];

export type Report = Schemas["Report"];

export type Card = Schemas["DashboardCard"];

export type Dashboard = Schemas["Dashboard"];

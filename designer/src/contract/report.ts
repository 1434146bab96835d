/** What a report is, shortly. */
export interface ReportBrief {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly entity: string;
  readonly chart: string;
}

export interface ReportDimension {
  /** What the rows call it. */
  readonly key: string;
  readonly field: string;
  readonly expression: string;
  readonly title: string;
  readonly type?: string;
  readonly grain?: "day" | "week" | "month" | "quarter" | "year";
  /** What the rows call the name of a link's record. */
  readonly label?: string;
}

export interface ReportMeasure {
  readonly key: string;
  readonly title: string;
  readonly expression: string;
}

export interface Report extends ReportBrief {
  readonly filter?: string;
  readonly dimensions: readonly ReportDimension[];
  readonly measures: readonly ReportMeasure[];
}

export interface Card extends ReportBrief {
  readonly width: number;
  readonly height: number;
}

export interface Dashboard {
  readonly name: string;
  readonly title: string;
  readonly cards: readonly Card[];
}

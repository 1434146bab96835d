import "../common/common.css";
import "./gantt.css";
import { useMemo } from "react";
import { useFormats } from "../../format/formats.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { useLocale, useWords } from "../../text/text.ts";
import { colorMark, colorOf, dayNumber, dayOf, dayText, fieldsOf, labelOf, useRecords, wantedFor } from "../common/records.ts";
import { Empty } from "../list/Empty.tsx";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";
import { along, axisOf } from "./axis.ts";

const MOST = 300;
const PERCENT = 100;

/** Records as bars from their beginning to their end. */
export function View(props: ViewProps) {
  const { entity, screen, asked, addressOf, onOpen } = props;
  const t = useWords();
  const locale = useLocale();
  const formats = useFormats();
  const where = useCircumstances();
  const zone = formats.preferred.zone;
  const start = screen.uses?.["start"]?.[0] ?? "";
  const end = screen.uses?.["end"]?.[0] ?? start;
  const label = screen.uses?.["label"]?.[0] ?? entity.label;
  const fields = useMemo(() => fieldsOf(screen, entity, [start, end, label]), [screen, entity, start, end, label]);
  const { data, error, refetch, isPending } = useRecords(wantedFor(entity, { ...asked, sort: [start] }, fields, MOST, `${start} != null`));
  const today = dayOf(new Date().toISOString(), zone) ?? "";
  const bars = (data?.data ?? []).flatMap((record) => {
    const from = dayOf(record[start], zone);
    const to = dayOf(record[end], zone) ?? from;
    return from && to ? [{ record, from, to: to < from ? from : to }] : [];
  });
  if (error) return <Problem failure={error} onRetry={() => void refetch()} />;
  if (!isPending && bars.length === 0) return <Empty {...props} />;
  const axis = axisOf(bars.flatMap(({ from, to }) => [from, to]), today);
  const names = new Intl.DateTimeFormat(locale, axis.byYear ? { timeZone: "UTC", year: "numeric" } : { timeZone: "UTC", month: "short", year: "2-digit" });
  const place = (day: number) => ({ insetInlineStart: `${along(axis, day) * PERCENT}%` });
  const ticks = (named: boolean) =>
    axis.ticks.map((tick) => (
      <span key={tick} className="gantt-tick" style={place(tick)}>
        {named && names.format(new Date(`${dayText(tick)}T00:00:00Z`))}
      </span>
    ));
  return (
    <div className="view-scroll" aria-busy={isPending}>
      <div className="gantt" role="list" aria-label={screen.title}>
        <div className="gantt-name" aria-hidden="true" />
        <div className="gantt-row" aria-hidden="true">
          {ticks(true)}
        </div>
        {bars.map(({ record, from, to }) => {
          const id = String(record["id"]);
          const mark = colorMark(colorOf(record, screen, where));
          const width = (along(axis, dayNumber(to) + 1) - along(axis, dayNumber(from))) * PERCENT;
          const when = t("gantt.fromTo", { from: formats.date(from), to: formats.date(to) });
          const open = (event: React.MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(id);
          };
          return (
            <div key={id} role="listitem" style={{ display: "contents" }} data-id={id}>
              <div className="gantt-name">
                <a className="ellipsis" href={addressOf(id)} onClick={open} title={`${labelOf(record, label)}, ${when}`}>
                  {labelOf(record, label)}
                  <span className="unseen">, {when}</span>
                </a>
              </div>
              <div className="gantt-row">
                {ticks(false)}
                <span className="gantt-today" style={place(dayNumber(today))} />
                <button type="button" className={`plain gantt-bar ${mark.className}`} tabIndex={-1} aria-hidden="true" title={`${labelOf(record, label)}, ${when}`} style={{ ...mark.style, ...place(dayNumber(from)), width: `${width}%` }} onClick={() => onOpen(id)} />
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

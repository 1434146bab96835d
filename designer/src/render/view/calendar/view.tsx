import "@ui5/webcomponents-icons/dist/navigation-left-arrow.js";
import "@ui5/webcomponents-icons/dist/navigation-right-arrow.js";
import "../common/common.css";
import "./calendar.css";
import { useMemo, useState } from "react";
import type { Entry } from "../../../contract/record.ts";
import { Button } from "../../control/Button.tsx";
import { useFormats } from "../../format/formats.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { useLocale, useWords } from "../../text/text.ts";
import { typeOf } from "../../widget/registry.ts";
import { colorMark, colorOf, dayLiteral, dayNumber, dayOf, dayText, fieldsOf, labelOf, useRecords, wantedFor } from "../common/records.ts";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";
import { firstDayOf, readPeriod, shift, squares, writePeriod } from "./grid.ts";

const MOST = 1000;
const IN_A_DAY = 4;

/** Records on the days of a month or a week. */
export function View(props: ViewProps) {
  const { entity, screen, asked, onAsk, onCreate } = props;
  const t = useWords();
  const locale = useLocale();
  const formats = useFormats();
  const zone = formats.preferred.zone;
  const start = screen.uses?.["start"]?.[0] ?? "";
  const end = screen.uses?.["end"]?.[0];
  const field = screen.fields[start] ?? entity.fields[start];
  const type = field ? typeOf(field) : "date";
  const today = dayOf(new Date().toISOString(), zone) ?? "";
  const period = readPeriod(asked.at, today);
  const days = squares(period, firstDayOf(locale));
  const fields = useMemo(() => fieldsOf(screen, entity, [start, ...(end ? [end] : []), ...(screen.uses?.["label"] ?? [])]), [screen, entity, start, end]);
  const { data, error, refetch, isPending } = useRecords(wantedFor(entity, { ...asked, sort: [start] }, fields, MOST, within(start, end, type, days)));
  const byDay = useMemo(() => placed(data?.data ?? [], days, start, end, zone), [data, days, start, end, zone]);
  if (error) return <Problem failure={error} onRetry={() => void refetch()} />;
  const go = (at: typeof period) => onAsk({ at: writePeriod(at) });
  const title = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", month: "long", ...(period.span === "week" && { day: "numeric" }) }).format(new Date(`${period.span === "week" ? days[0] : period.day}T00:00:00Z`));
  const names = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short" });
  return (
    <div className="view-scroll" aria-busy={isPending}>
      <div className="view-bar">
        <Button icon="navigation-left-arrow" design="Transparent" label={t("calendar.before")} onPress={() => go(shift(period, -1))} />
        <Button design="Transparent" onPress={() => go({ ...period, day: today })}>
          {t("calendar.today")}
        </Button>
        <Button icon="navigation-right-arrow" design="Transparent" label={t("calendar.after")} onPress={() => go(shift(period, 1))} />
        <h2 aria-live="polite">{title}</h2>
        <span className="grow" />
        <div className="switcher" role="group" aria-label={t("calendar.span")}>
          {(["month", "week"] as const).map((span) => (
            <button key={span} type="button" className="plain switch" aria-pressed={span === period.span} onClick={() => go({ ...period, span })}>
              {t(span === "month" ? "calendar.month" : "calendar.week")}
            </button>
          ))}
        </div>
      </div>
      <div className={`month ${period.span}`}>
        {days.slice(0, 7).map((day) => (
          <div key={day} className="month-name" aria-hidden="true">
            {names.format(new Date(`${day}T00:00:00Z`))}
          </div>
        ))}
        {days.map((day) => (
          <Day
            key={day}
            {...props}
            day={day}
            name={names.format(new Date(`${day}T00:00:00Z`))}
            records={byDay.get(day) ?? []}
            outside={period.span === "month" && day.slice(0, 7) !== period.day.slice(0, 7)}
            today={day === today}
            most={period.span === "week" ? MOST : IN_A_DAY}
            {...(entity.may["create"] !== "none" && { onAdd: () => onCreate({ [start]: type === "dateTime" ? `${day}T09:00:00Z` : day }) })}
          />
        ))}
      </div>
    </div>
  );
}

/** Records that touch the days; a day more on both sides, since moments are days elsewhere. */
function within(start: string, end: string | undefined, type: string, days: readonly string[]): string {
  const first = dayLiteral(type, dayText(dayNumber(days[0] ?? "") - 1));
  const last = dayLiteral(type, dayText(dayNumber(days.at(-1) ?? "") + 2));
  const reaches = end ? `(${start} >= ${first} || ${end} >= ${first})` : `${start} >= ${first}`;
  return `${reaches} && ${start} < ${last}`;
}

function placed(records: readonly Entry[], days: readonly string[], start: string, end: string | undefined, zone: string): ReadonlyMap<string, readonly Entry[]> {
  const byDay = new Map<string, Entry[]>(days.map((day) => [day, []]));
  for (const record of records) {
    const from = dayOf(record[start], zone);
    const to = (end && dayOf(record[end], zone)) || from;
    if (!from || !to) continue;
    for (const day of days) if (day >= from && day <= to) byDay.get(day)?.push(record);
  }
  return byDay;
}

interface DayProps extends ViewProps {
  readonly day: string;
  readonly name: string;
  readonly records: readonly Entry[];
  readonly outside: boolean;
  readonly today: boolean;
  readonly most: number;
  readonly onAdd?: () => void;
}

function Day({ entity, screen, day, name, records, outside, today, most, addressOf, onOpen, onAdd }: DayProps) {
  const t = useWords();
  const formats = useFormats();
  const where = useCircumstances();
  const [all, setAll] = useState(false);
  const label = screen.uses?.["label"]?.[0] ?? entity.label;
  const start = screen.uses?.["start"]?.[0] ?? "";
  const shown = all ? records : records.slice(0, most);
  return (
    <div className="day" role="group" aria-label={`${name} ${formats.date(day)}`} aria-current={today ? "date" : undefined} data-day={day} data-out={outside} data-today={today} data-empty={records.length === 0}>
      <div className="day-head">
        <span>
          <span className="day-of-week">{name} </span>
          <span className="day-number">{formats.number(Number(day.slice(8)))}</span>
        </span>
        {onAdd && (
          <button type="button" className="plain day-add" aria-label={t("calendar.newOn", { title: entity.singular, day: formats.date(day) })} onClick={onAdd}>
            +
          </button>
        )}
      </div>
      {shown.map((record) => {
        const mark = colorMark(colorOf(record, screen, where));
        const at = String(record[start] ?? "");
        return (
          <a
            key={String(record["id"])}
            className={`day-event ${mark.className}`}
            style={mark.style}
            href={addressOf(String(record["id"]))}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(String(record["id"]));
            }}
          >
            {at.includes("T") && dayOf(at, formats.preferred.zone) === day && <time>{formats.clock(at)}</time>}
            <span className="ellipsis" title={labelOf(record, label)}>
              {labelOf(record, label)}
            </span>
          </a>
        );
      })}
      {records.length > shown.length && (
        <button type="button" className="plain day-more" onClick={() => setAll(true)}>
          {t("calendar.more", { count: records.length - shown.length })}
        </button>
      )}
    </div>
  );
}

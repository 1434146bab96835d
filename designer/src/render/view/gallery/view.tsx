import "../common/common.css";
import "./gallery.css";
import { useMemo, useState } from "react";
import type { Entry } from "../../../contract/record.ts";
import { idOf } from "../../../contract/record.ts";
import { base } from "../../../data/client.ts";
import { Button } from "../../control/Button.tsx";
import { useFormats } from "../../format/formats.ts";
import { useCircumstances } from "../../record/circumstances.ts";
import { shown, valueAt } from "../../record/Value.tsx";
import { useWords } from "../../text/text.ts";
import { colorMark, colorOf, fieldsOf, labelOf, shownPaths, useRecords, wantedFor } from "../common/records.ts";
import { Empty } from "../list/Empty.tsx";
import { Problem } from "../Problem.tsx";
import type { ViewProps } from "../view.ts";

const FIRST = 60;
const MOST = 1000;
const PICTURE = 512;
const MOST_VALUES = 3;

/** Records by their pictures; those without show the beginnings of their names. */
export function View(props: ViewProps) {
  const { entity, screen, asked } = props;
  const t = useWords();
  const formats = useFormats();
  const where = useCircumstances();
  const [limit, setLimit] = useState(screen.limit ?? FIRST);
  const picture = screen.uses?.["image"]?.[0] ?? "";
  const label = screen.uses?.["label"]?.[0] ?? entity.label;
  const fields = useMemo(() => fieldsOf(screen, entity, [picture, label].filter((name) => name !== "")), [screen, entity, picture, label]);
  const { data, error, refetch, isPending } = useRecords(wantedFor(entity, asked, fields, limit));
  if (error) return <Problem failure={error} onRetry={() => void refetch()} />;
  const records = data?.data ?? [];
  if (!isPending && records.length === 0) return <Empty {...props} />;
  const paths = shownPaths(screen).filter((path) => path !== label && path !== picture);
  const values = (record: Entry) =>
    paths.flatMap((path) => {
      const field = screen.fields[path] ?? entity.fields[path];
      const value = field && shown(valueAt(record, path), field, { record, formats, t });
      return value ? [{ path, title: field.title, value }] : [];
    });
  return (
    <div className="view-scroll" aria-busy={isPending}>
      <ul className="gallery" aria-label={screen.title}>
        {records.map((record) => (
          <Card key={String(record["id"])} {...props} record={record} name={labelOf(record, label)} picture={idOf(record[picture])} mark={colorMark(colorOf(record, screen, where))} values={values(record).slice(0, MOST_VALUES)} />
        ))}
      </ul>
      {data?.page.next && limit < MOST && (
        <div className="row gallery-more">
          <Button onPress={() => setLimit(Math.min(MOST, limit * 2))}>{t("gallery.more")}</Button>
        </div>
      )}
    </div>
  );
}

interface CardProps extends ViewProps {
  readonly record: Entry;
  readonly name: string;
  readonly picture: string | null;
  readonly mark: ReturnType<typeof colorMark>;
  readonly values: readonly { readonly path: string; readonly title: string; readonly value: React.ReactNode }[];
}

function Card({ record, name, picture, mark, values, addressOf, onOpen }: CardProps) {
  const [broken, setBroken] = useState(false);
  const id = String(record["id"]);
  return (
    <li className={`gallery-card ${mark.className}`} style={mark.style} onClick={(event) => (event.target as HTMLElement).closest("a") || onOpen(id)}>
      <div className="gallery-picture" aria-hidden="true">
        {picture && !broken ? (
          <img src={`${base}/api/files/${picture}/preview?size=${PICTURE}`} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
        ) : (
          <span className="gallery-initials">{initialsOf(name)}</span>
        )}
      </div>
      <div className="gallery-text">
        <a
          className="gallery-name ellipsis"
          href={addressOf(id)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(id);
          }}
        >
          {name}
        </a>
        {values.map(({ path, title, value }) => (
          <span key={path} className="gallery-value" title={title}>
            <span className="unseen">{title}: </span>
            {value}
          </span>
        ))}
      </div>
    </li>
  );
}

/** The first letters of the first two words. */
const initialsOf = (name: string) => {
  const words = name.split(/[\s\-–]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");
};

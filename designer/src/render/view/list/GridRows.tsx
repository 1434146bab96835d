import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useCallback, useEffect, useImperativeHandle, useMemo } from "react";
import type { Entity, Screen } from "../../../contract/screen.ts";
import { holds } from "../../expression/evaluate.ts";
import type { Circumstances } from "../../record/circumstances.ts";
import { rowOf } from "../../record/row.ts";
import type { Around } from "../../widget/widget.ts";
import type { Column } from "./columns.ts";
import { GridRow } from "./GridRow.tsx";
import type { Line, Lines } from "./lines.ts";
import { useSlide } from "./slide.ts";
import type { Place } from "./stand.ts";

/** What the grid asks of its rows. */
export interface RowsHandle {
  show(row: number): void;
  /** The first row that can be scrolled to, of a list longer than browsers can scroll. */
  base(): number;
}

interface Props {
  readonly handle: RefObject<RowsHandle | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: Lines;
  readonly columns: readonly Column[];
  readonly entity: Entity;
  readonly screen: Screen;
  readonly where: Circumstances;
  readonly around: Omit<Around, "record">;
  readonly height: number;
  /** How far it is scrolled at first, and from which row on that counts. */
  readonly offset: number;
  readonly base: number;
  readonly template: string;
  readonly offsets: readonly (number | undefined)[];
  readonly at: Place;
  readonly edited: Place | null;
  readonly selected: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly busy: boolean;
  readonly addressOf: (id: string) => string;
  readonly renderEditor: (index: number, line: Extract<Line, { kind: "record" }>, column: Column) => ReactNode;
  readonly onFocus: (place: Place) => void;
  readonly onEnter: (row: number) => void;
  readonly onSelect: (row: number, reaching: boolean) => void;
  readonly onEdit: (place: Place) => void;
}

/** So many rows are asked for before they are seen. */
const AHEAD = 28;

/** The rows that are seen. Scrolling renders these alone, not the grid around them. */
export function GridRows(props: Props) {
  const { handle, scroller, lines, columns, entity, screen, where, around, height, template, offsets, at, edited, selected, open, busy } = props;
  const slide = useSlide(scroller, lines.length, height, props.base);
  // The row that somebody stands in, or types into, stays however far one scrolls: with it the focus would go, and what is typed.
  const [active, written] = [at.row - slide.base, (edited?.row ?? at.row) - slide.base];
  const withActive = useCallback((range: Range) => rangeWith(range, [active, written]), [active, written]);
  const virtual = useVirtualizer({ count: slide.room, getScrollElement: () => scroller.current, estimateSize: () => height, initialOffset: props.offset, overscan: 8, rangeExtractor: withActive });
  useImperativeHandle(handle, () => ({
    show: (row) => {
      virtual.scrollToIndex(slide.placeOf(row));
      slide.rest();
    },
    base: () => slide.base,
  }));
  const shown = virtual.getVirtualItems();
  const from = slide.base + (virtual.range?.startIndex ?? 0);
  const to = slide.base + (virtual.range?.endIndex ?? 0);
  const { look } = lines;
  useEffect(() => look(Math.max(0, from - AHEAD), to + AHEAD), [look, from, to]);
  useEffect(() => virtual.measure(), [height, virtual]);
  const colorOf = useColors(screen, where);
  return (
    <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: "relative" }}>
      {shown.map(({ index: place, start }) => {
        const index = slide.base + place;
        const line = lines.at(index);
        if (!line) return null;
        const isEdited = edited?.row === index && line.kind === "record";
        return (
          <GridRow
            key={isEdited ? "edited" : index}
            line={line}
            index={index}
            start={start}
            height={height}
            template={template}
            offsets={offsets}
            columns={columns}
            entity={entity}
            color={line.kind === "record" ? colorOf(line) : undefined}
            around={around}
            active={at.row === index ? at.column : null}
            isSelected={line.kind === "record" && selected.has(line.id)}
            isOpen={line.kind === "group" && open.has(line.key)}
            addressOf={props.addressOf}
            onFocus={(column) => props.onFocus({ row: index, column })}
            onOpen={() => props.onEnter(index)}
            onSelect={(reaching) => props.onSelect(index, reaching)}
            onEdit={(column) => props.onEdit({ row: index, column })}
            editor={isEdited ? edited.column : null}
            renderEditor={(column) => line.kind === "record" && props.renderEditor(index, line, column)}
          />
        );
      })}
      {busy && Array.from({ length: 12 }, (_, index) => <div key={index} className="waiting-line grid-waiting" style={{ top: index * height + height / 2 - 5 }} />)}
    </div>
  );
}

const rangeWith = (range: Range, more: readonly number[]) => [...new Set([...defaultRangeExtractor(range), ...more.filter((row) => row >= 0 && row < range.count)])].sort((one, other) => one - other);

type RecordLine = Extract<Line, { kind: "record" }>;

/** The colour of each record by the view's conditions, computed once for as long as it stays the same. */
function useColors(screen: Screen, where: Circumstances): (line: RecordLine) => string | undefined {
  return useMemo(() => {
    const known = new WeakMap<RecordLine, { readonly color: string | undefined }>();
    const colors = screen.colors ?? [];
    return (line) => {
      const found = known.get(line);
      if (found) return found.color;
      const row = rowOf(line.record);
      const color = colors.find(({ when }) => holds(when, [row], where))?.color;
      known.set(line, { color });
      return color;
    };
  }, [screen, where]);
}

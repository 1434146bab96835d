import { useLayoutEffect, useRef, useState } from "react";
import type { Spot } from "./back.ts";
import type { Lines } from "./lines.ts";

/** A cell; column 0 is the box that selects. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A cell, and the record in whose row it is, once that is known. */
interface Stood extends Place {
  readonly id: string | undefined;
}

export interface Standing {
  readonly at: Place;
  /** The record on which somebody stands. */
  readonly id: string | undefined;
  stand(place: Place): void;
}

/**
 * Where somebody stands in a grid: on a record, wherever that goes while others change the list. A row counts only as long
 * as its record is still on its way, and where the record goes away.
 *
 * @param list names what is listed; of another list, one stands in the first row
 * @param onMoved the record stands in another row now; not for another list
 * @param onOther another list is shown
 */
export function useStand(lines: Lines, list: string, back: Spot | null, onMoved: (row: number) => void, onOther: () => void): Standing {
  const [stood, setStood] = useState<Stood>(back ?? { row: 0, column: 1, id: undefined });
  const listBefore = useRef(list);
  const at = stood.row < lines.length ? stood : { ...stood, row: Math.max(0, lines.length - 1) };
  useLayoutEffect(() => {
    if (listBefore.current !== list) {
      listBefore.current = list;
      setStood({ row: 0, column: stood.column, id: undefined });
      onOther();
      return;
    }
    const line = lines.at(at.row);
    const id = line?.kind === "record" ? line.id : undefined;
    if (id === stood.id || line === undefined) return;
    const row = stood.id === undefined ? undefined : lines.rowOf(stood.id);
    if (row !== undefined) {
      setStood({ ...stood, row });
      onMoved(row);
    } else if (lines.isSettled && line.kind !== "waiting") setStood({ ...at, id });
  });
  return { at, id: stood.id, stand: (place) => setStood({ ...place, id: idAt(lines, place.row) }) };
}

function idAt(lines: Lines, row: number): string | undefined {
  const line = lines.at(row);
  return line?.kind === "record" ? line.id : undefined;
}

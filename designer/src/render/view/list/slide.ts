import { type RefObject, useEffect, useRef, useState } from "react";

/** Browsers show no element that is higher than some millions of pixels. */
const HIGHEST = 10_000_000;

/** So many rows before the edge of what can be scrolled to, it is moved. */
const EDGE = 500;

/** Farther than so many screens in one go, it was the scrollbar that was dragged. */
const SCREENS = 3;

/** So many rows can be scrolled to at once. */
export const roomFor = (count: number, height: number) => Math.min(count, Math.floor(HIGHEST / height));

/**
 * The first row that can be scrolled to, when a row is shown: the row stands as far into what can be scrolled as it stands
 * into the list, so that the scrollbar tells where one is.
 */
export function baseFor(row: number, count: number, room: number): number {
  if (count <= room) return 0;
  const within = Math.round((row / (count - 1)) * (room - 1));
  return Math.max(0, Math.min(row - within, count - room));
}

/** The first row that can be scrolled to, where the scrollbar was dragged to a part of its way, from 0 to 1. */
export const draggedTo = (part: number, count: number, room: number) => Math.round(Math.min(1, Math.max(0, part)) * (count - room));

export interface Slide {
  /** The first row that can be scrolled to. */
  readonly base: number;
  readonly room: number;
  /** Makes a row one that can be scrolled to; the place where it stands then. */
  placeOf(row: number): number;
  /** What is scrolled to from here on counts from where it stands now. */
  rest(): void;
}

/** A list longer than browsers can scroll is seen through a part of it that slides over it: near by row by row, far in proportion. */
export function useSlide(scroller: RefObject<HTMLDivElement | null>, count: number, height: number, first: number): Slide {
  const room = roomFor(count, height);
  const [chosen, setBase] = useState(first);
  const base = Math.max(0, Math.min(chosen, count - room));
  const at = useRef(base);
  at.current = base;
  const last = useRef(0);
  const slide = (to: number) => {
    at.current = to;
    setBase(to);
  };
  useEffect(() => {
    const grid = scroller.current;
    if (!grid || count <= room) return;
    const scrolled = () => {
      const top = grid.scrollTop;
      const by = Math.abs(top - last.current);
      last.current = top;
      const seen = grid.clientHeight / height;
      if (by > SCREENS * grid.clientHeight) {
        slide(draggedTo(top / (grid.scrollHeight - grid.clientHeight), count, room));
        return;
      }
      const place = top / height;
      const isAtEdge = (place < EDGE && at.current > 0) || (place > room - seen - EDGE && at.current < count - room);
      const row = Math.floor(place) + at.current;
      const to = baseFor(row, count, room);
      if (!isAtEdge || to === at.current) return;
      last.current = top + (at.current - to) * height;
      slide(to);
      grid.scrollTop = last.current;
    };
    grid.addEventListener("scroll", scrolled, { passive: true });
    return () => grid.removeEventListener("scroll", scrolled);
  }, [scroller, count, room, height]);
  return {
    base,
    room,
    placeOf: (row) => {
      if (row < at.current || row >= at.current + room) slide(baseFor(row, count, room));
      return row - at.current;
    },
    rest: () => {
      last.current = scroller.current?.scrollTop ?? 0;
    },
  };
}

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useFound } from "./found.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  /** How many there are to choose from; null until that is known. */
  readonly count: number | null;
  readonly children: ReactNode;
}

/** Room between the list and its field, and the edge of the window. */
const GAP = 3;
const HIGHEST = 288;
const NARROWEST = 224;

/** What a field offers, below it or above it. It lies over everything else, so that no grid and no dialog cuts it off. */
export function ComboList({ id, label, count, children }: Props) {
  useFound(count);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => list.current && placeAt(list.current);
    list.current?.showPopover();
    place();
    window.addEventListener("scroll", place, { capture: true, passive: true });
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, { capture: true });
      window.removeEventListener("resize", place);
    };
  }, []);
  useLayoutEffect(() => {
    if (list.current) placeAt(list.current);
  });
  return (
    <div ref={list} popover="manual" id={id} role="listbox" aria-label={label} className="combo-list">
      {children}
    </div>
  );
}

function placeAt(list: HTMLElement): void {
  const field = list.parentElement?.getBoundingClientRect();
  if (!field) return;
  const { clientWidth, clientHeight, dir } = document.documentElement;
  const width = Math.min(Math.max(field.width, NARROWEST), clientWidth - 2 * GAP);
  const start = dir === "rtl" ? field.right - width : field.left;
  const below = clientHeight - field.bottom;
  const isAbove = below < Math.min(list.scrollHeight, HIGHEST) + 2 * GAP && field.top > below;
  Object.assign(list.style, {
    width: `${width}px`,
    left: `${Math.max(GAP, Math.min(start, clientWidth - width - GAP))}px`,
    maxHeight: `${Math.min(HIGHEST, (isAbove ? field.top : below) - 2 * GAP)}px`,
    top: isAbove ? "auto" : `${field.bottom + GAP}px`,
    bottom: isAbove ? `${clientHeight - field.top + GAP}px` : "auto",
  });
}

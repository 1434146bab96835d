import type { KeyboardEvent } from "react";

/** From card to card by the arrows: up and down in a lane, sideways to the next lane that has any. */
export function moveOnBoard(event: KeyboardEvent<HTMLElement>): void {
  const name = event.target as HTMLElement;
  if (!name.classList.contains("card-name") || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const lanes = [...event.currentTarget.querySelectorAll(".lane")].map((lane) => [...lane.querySelectorAll<HTMLElement>(".card-name")]).filter((cards) => cards.length > 0);
  const lane = lanes.findIndex((cards) => cards.includes(name));
  const at = lanes[lane]?.indexOf(name) ?? 0;
  const on = document.documentElement.dir === "rtl" ? -1 : 1;
  const beside = (by: number) => {
    const cards = lanes[lane + by];
    return cards?.[Math.min(at, cards.length - 1)];
  };
  const found: Readonly<Record<string, HTMLElement | undefined>> = {
    ArrowDown: lanes[lane]?.[at + 1],
    ArrowUp: lanes[lane]?.[at - 1],
    ArrowRight: beside(on),
    ArrowLeft: beside(-on),
    Home: lanes[lane]?.[0],
    End: lanes[lane]?.at(-1),
  };
  if (!(event.key in found)) return;
  event.preventDefault();
  found[event.key]?.focus();
}

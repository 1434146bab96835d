import { isEntry } from "../../../contract/record.ts";
import { spotOf } from "../../place/place.ts";
import type { Show } from "../widget.ts";

/** A spot as its latitude and longitude; other shapes by their kind. */
export const show: Show = (value, _, { formats }) => {
  const spot = spotOf(value);
  if (!spot) return <span>{isEntry(value) ? String(value["type"] ?? "") : ""}</span>;
  return <bdi dir="ltr">{[spot.lat, spot.lon].map((each) => formats.number(String(each))).join(", ")}</bdi>;
};

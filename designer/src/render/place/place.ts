import type { Json } from "../../contract/record.ts";
import { isEntry } from "../../contract/record.ts";

/** A spot on the globe, in degrees. */
export interface Spot {
  readonly lat: number;
  readonly lon: number;
}

const numberOf = (value: Json | undefined) => (typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN);

function spot(lat: number, lon: number): Spot | null {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** The spot of a value: written as such, or as a point of GeoJSON; null for other shapes. */
export function spotOf(value: Json | undefined): Spot | null {
  if (!isEntry(value)) return null;
  if ("lat" in value) return spot(numberOf(value["lat"]), numberOf(value["lon"]));
  const at = value["coordinates"];
  return value["type"] === "Point" && Array.isArray(at) ? spot(numberOf(at[1]), numberOf(at[0])) : null;
}

/** Reads `48.85, 2.35`, `48.85 N 2.35 E` and what maps of the web write in addresses. */
export function readSpot(text: string): Spot | null {
  const found = /(-?\d+(?:\.\d+)?)\s*°?\s*([NS])?\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*°?\s*([EWO])?/i.exec(text);
  if (!found) return null;
  const [, lat = "", south = "", lon = "", west = ""] = found;
  return spot(Number(lat) * (/s/i.test(south) ? -1 : 1), Number(lon) * (/[wo]/i.test(west) ? -1 : 1));
}

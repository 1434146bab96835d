import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import outlines from "world-atlas/land-110m.json";

type Ring = readonly (readonly number[])[];

const pathOf = (ring: Ring) => `M${ring.map(([lon = 0, lat = 0]) => `${lon.toFixed(2)} ${(-lat).toFixed(2)}`).join("L")}Z`;

function ringsOf(): readonly Ring[] {
  const world = outlines as unknown as Topology<{ land: GeometryCollection }>;
  return feature(world, world.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return geometry.coordinates;
    return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
  });
}

let path: string | undefined;

/** The outlines of all land as one path: x is the longitude, y the latitude downwards, both in degrees. From Natural Earth. */
export const landPath = () => (path ??= ringsOf().map(pathOf).join(""));

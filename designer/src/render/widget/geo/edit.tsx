import { lazy, Suspense, useState } from "react";
import type { Json } from "../../../contract/record.ts";
import { isEntry } from "../../../contract/record.ts";
import { readSpot, spotOf } from "../../place/place.ts";
import { useWords } from "../../text/text.ts";
import { LineEdit } from "../LineEdit.tsx";
import { NumberEdit } from "../NumberEdit.tsx";
import type { EditProps } from "../widget.ts";

const PlainMap = lazy(() => import("../../place/PlainMap.tsx"));

/** A spot by its latitude and longitude, or on a map. Other shapes are shown by their kind. */
export function Edit(props: EditProps) {
  const { id, field, value, readOnly, inCell, onChange } = props;
  const t = useWords();
  const spot = spotOf(value);
  const [half, setHalf] = useState<Readonly<Partial<Record<"lat" | "lon", Json>>>>({});
  if (isEntry(value) && !spot) return <LineEdit {...props} value={String(value["type"] ?? "")} readOnly />;
  const set = (name: "lat" | "lon", next: Json) => {
    const both = { lat: spot?.lat ?? half.lat ?? null, lon: spot?.lon ?? half.lon ?? null, [name]: next };
    setHalf(both);
    onChange(both.lat === null || both.lon === null ? null : { lat: Number(both.lat), lon: Number(both.lon) });
  };
  const plain = (title: string, most: number) => ({ ...field, title, type: "decimal", widget: "decimal", placeholder: title, min: -most, max: most });
  return (
    <div
      className="stack"
      onPaste={(event) => {
        const pasted = readSpot(event.clipboardData.getData("text/plain"));
        if (!pasted || readOnly) return;
        event.preventDefault();
        onChange({ ...pasted });
      }}
    >
      <div className="row">
        <NumberEdit {...props} field={plain(t("geo.latitude"), 90)} value={spot?.lat ?? half.lat ?? null} onChange={(next) => set("lat", next)} />
        <NumberEdit {...props} id={`${id}-longitude`} field={plain(t("geo.longitude"), 180)} inCell={false} value={spot?.lon ?? half.lon ?? null} onChange={(next) => set("lon", next)} />
      </div>
      {!inCell && (
        <Suspense>
          <PlainMap id={`${id}-map`} label={field.title} spot={spot} readOnly={readOnly} onPick={(next) => onChange({ ...next })} />
        </Suspense>
      )}
    </div>
  );
}

import { isEntry, type Json } from "../../../contract/record.ts";
import { useWords } from "../../text/text.ts";
import { NumberEdit } from "../NumberEdit.tsx";
import type { EditProps } from "../widget.ts";

/** A point by its latitude and longitude. */
export function Edit(props: EditProps) {
  const t = useWords();
  const at = isEntry(props.value) && Array.isArray(props.value["coordinates"]) ? props.value["coordinates"] : [null, null];
  const [longitude = null, latitude = null] = at as readonly Json[];
  const set = (next: readonly [Json, Json]) => props.onChange(next.every((each) => each === null) ? null : { type: "Point", coordinates: next.map((each) => Number(each ?? 0)) });
  const field = (title: string) => ({ ...props.field, title, type: "decimal", widget: "decimal", placeholder: title });
  return (
    <div className="row">
      <NumberEdit {...props} id={props.id} field={field(t("geo.latitude"))} value={latitude} onChange={(value) => set([longitude, value])} />
      <NumberEdit {...props} id={`${props.id}-longitude`} field={field(t("geo.longitude"))} value={longitude} onChange={(value) => set([value, latitude])} />
    </div>
  );
}

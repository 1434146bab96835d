import { lazy, Suspense, useEffect, useRef } from "react";
import { LineEdit } from "../LineEdit.tsx";
import type { EditProps } from "../widget.ts";
import { listenToScanner } from "./scanner.ts";

const Bars = lazy(() => import("./Bars.tsx"));

/** The text behind a barcode, with the code below it. A scanner may be used wherever the focus is, as long as nobody types. */
export function Edit(props: EditProps) {
  const { field, value, readOnly, inCell, onChange } = props;
  const take = useRef(onChange);
  take.current = onChange;
  useEffect(() => (readOnly ? undefined : listenToScanner((text) => take.current(text))), [readOnly]);
  return (
    <div className="stack">
      <LineEdit {...props} />
      {!inCell && typeof value === "string" && value !== "" && (
        <Suspense>
          <Bars text={value} format={field.format} />
        </Suspense>
      )}
    </div>
  );
}

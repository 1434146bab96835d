import { type PointerEvent, useEffect, useRef } from "react";
import { Button } from "../../control/Button.tsx";
import { useWords } from "../../text/text.ts";
import type { EditProps } from "../widget.ts";

const WIDTH = 480;
const HEIGHT = 140;

/** A surface to write one's name on. */
export function Edit({ id, field, value, readOnly, onChange }: EditProps) {
  const t = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const surface = canvas.current?.getContext("2d");
    if (!surface) return;
    surface.clearRect(0, 0, WIDTH, HEIGHT);
    if (typeof value !== "string" || !value.startsWith("data:image/")) return;
    const image = new Image();
    image.onload = () => surface.drawImage(image, 0, 0);
    image.src = value;
  }, [value]);
  const place = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height] as const;
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const surface = event.currentTarget.getContext("2d");
    if (readOnly || !surface) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    surface.lineWidth = 2;
    surface.lineCap = "round";
    surface.strokeStyle = "#1d2d3e";
    surface.beginPath();
    surface.moveTo(...place(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const surface = event.currentTarget.getContext("2d");
    surface?.lineTo(...place(event));
    surface?.stroke();
  };
  return (
    <div className="stack">
      <canvas ref={canvas} id={id} role="img" aria-label={`${field.title}: ${t("signature.help")}`} className="signature" width={WIDTH} height={HEIGHT} onPointerDown={begin} onPointerMove={draw} onPointerUp={() => !readOnly && onChange(canvas.current?.toDataURL("image/png") ?? null)} />
      {!readOnly && (
        <div>
          <Button design="Transparent" onPress={() => onChange(null)}>
            {t("signature.clear")}
          </Button>
        </div>
      )}
    </div>
  );
}

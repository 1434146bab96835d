import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { idOf } from "../../../contract/record.ts";
import { contentOf, fileQuery, upload } from "../../../data/files.ts";
import { Button } from "../../control/Button.tsx";
import { TextInput } from "../../control/TextInput.tsx";
import { say } from "../../control/toast.ts";
import { useWords } from "../../text/text.ts";
import { wordsFor } from "../../view/Problem.tsx";
import type { EditProps } from "../widget.ts";
import { blank, drawTo, HEIGHT, isBlank, pictureOf, startAt, WIDTH, writeName } from "./surface.ts";

const NAME = "signature.png";

/** A surface to write one's name on, by hand or by the keyboard; kept as a picture. */
export function Edit({ id, field, value, readOnly, onChange }: EditProps) {
  const t = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<string | null>(null);
  const [name, setName] = useState("");
  const current = idOf(value);
  const { data: file } = useQuery({ ...fileQuery(current ?? ""), enabled: current !== null });
  useEffect(() => {
    const surface = canvas.current?.getContext("2d");
    if (!surface || (current !== null && current === drawn.current)) return;
    blank(surface);
    if (!file || current === null) return;
    const image = new Image();
    image.onload = () => surface.drawImage(image, 0, 0, WIDTH, HEIGHT);
    image.src = contentOf(file);
  }, [current, file]);
  const place = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height] as const;
  };
  const keep = async () => {
    const { current: made } = canvas;
    if (!made || isBlank(made)) return onChange(null);
    try {
      const stored = await upload("/api/files", { file: await pictureOf(made), name: NAME });
      drawn.current = stored.id;
      onChange(stored.id);
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  const write = (typed: string) => {
    setName(typed);
    const surface = canvas.current?.getContext("2d");
    if (surface) writeName(surface, typed);
  };
  return (
    <div className="stack">
      <canvas
        ref={canvas}
        id={id}
        role="img"
        aria-label={readOnly ? field.title : `${field.title}: ${t("signature.help")}`}
        className="signature"
        width={WIDTH}
        height={HEIGHT}
        onPointerDown={(event) => {
          const surface = event.currentTarget.getContext("2d");
          if (readOnly || !surface) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          startAt(surface, place(event));
        }}
        onPointerMove={(event) => {
          const surface = event.currentTarget.getContext("2d");
          if (surface && event.currentTarget.hasPointerCapture(event.pointerId)) drawTo(surface, place(event));
        }}
        onPointerUp={() => !readOnly && void keep()}
      />
      {!readOnly && (
        <div className="row">
          <TextInput value={name} label={t("signature.type", { title: field.title })} placeholder={t("signature.typeHint")} onInput={write} onCommit={() => void keep()} />
          <Button
            design="Transparent"
            onPress={() => {
              write("");
              drawn.current = null;
              onChange(null);
            }}
          >
            {t("signature.clear")}
          </Button>
        </div>
      )}
    </div>
  );
}

import { type DragEvent, type ReactNode, useRef, useState } from "react";
import type { Field } from "../../contract/screen.ts";
import { say } from "../control/toast.ts";
import { useFormats } from "../format/formats.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import { acceptOf, refusedFor } from "./accept.ts";

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly rules: Pick<Field, "accept" | "maxSize">;
  readonly many?: boolean;
  readonly children?: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files that are dropped, chosen or pasted. */
export function DropZone({ id, label, rules, many = false, children, onFiles }: Props) {
  const t = useWords();
  const formats = useFormats();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, many ? undefined : 1);
    const refused = files.map((file) => [file, refusedFor(file, rules, formats, t)] as const);
    for (const [, why] of refused) if (why) say(why, { tone: "negative" });
    const taken = refused.filter(([, why]) => why === undefined).map(([file]) => file);
    if (taken.length > 0) onFiles(taken);
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={`drop ${over ? "drop-over" : ""}`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => event.clipboardData.files.length > 0 && take(event.clipboardData.files)}
    >
      {children}
      <button type="button" {...(id && { id })} className="plain drop-choose" aria-label={`${label}: ${t(many ? "file.chooseMany" : "file.choose")}`} onClick={() => chooser.current?.click()}>
        <Glyph name="upload" size={14} /> {t(many ? "file.chooseMany" : "file.choose")}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={label}
        multiple={many}
        accept={acceptOf(rules)}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </div>
  );
}

import { useRef, useState, lazy, Suspense } from "react";
import { useQuery } from "@tanstack/react-query";
import type { StoredFile } from "../../contract/file.ts";
import { downloadOf, fileQuery, pictureOf, upload } from "../../data/files.ts";
import { say } from "../control/toast.ts";
import { useFormats } from "../format/formats.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import { wordsFor } from "../view/Problem.tsx";
import { sizeOf } from "./accept.ts";

const FilePreview = lazy(() => import("./FilePreview.tsx"));
const FileVersions = lazy(() => import("./FileVersions.tsx"));

const SMALL = 64;
const LARGE = 512;

interface Props {
  readonly id: string;
  readonly readOnly: boolean;
  /** A picture is shown as one. */
  readonly large?: boolean;
  readonly onRemove?: (() => void) | undefined;
}

/** A file: what it is called, how it looks, and what can be done with it. */
export function FileCard({ id, readOnly, large = false, onRemove }: Props) {
  const t = useWords();
  const formats = useFormats();
  const { data: file, error } = useQuery(fileQuery(id));
  const [open, setOpen] = useState<"preview" | "versions" | null>(null);
  if (!file) return <div className="file muted">{error ? t("file.gone") : "…"}</div>;
  const picture = pictureOf(file, large ? LARGE : SMALL);
  return (
    <div className={large && picture ? "file file-large" : "file"}>
      <button type="button" className="plain file-picture" aria-label={t("file.preview", { name: file.name })} onClick={() => setOpen("preview")}>
        {picture ? <img src={picture} alt="" /> : <Glyph name="attachment" size={18} />}
      </button>
      <div className="file-about">
        <a className="ellipsis" href={downloadOf(file)} download={file.name} title={file.name}>
          {file.name}
        </a>
        <small className="muted">
          {[sizeOf(file.size, formats), file.content_version > 1 && t("file.version", { number: file.content_version })].filter(Boolean).join(" · ")}
        </small>
      </div>
      <div className="file-actions">
        {!readOnly && <NewVersion file={file} />}
        {file.content_version > 1 && <Act icon="history" label={t("file.versions", { name: file.name })} onPress={() => setOpen("versions")} />}
        {!readOnly && onRemove && <Act icon="decline" label={t("file.remove", { name: file.name })} onPress={onRemove} />}
      </div>
      <Suspense>
        {open === "preview" && <FilePreview file={file} onClose={() => setOpen(null)} />}
        {open === "versions" && <FileVersions file={file} onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

function Act({ icon, label, onPress }: { readonly icon: string; readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="plain field-button" title={label} onClick={onPress}>
      <Glyph name={icon} size={14} />
    </button>
  );
}

/** Gives the file another content; the former stays among its versions. */
function NewVersion({ file }: { readonly file: StoredFile }) {
  const t = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const label = t("file.newVersion", { name: file.name });
  const replace = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      await upload(`/api/files/${file.id}/versions`, { file: chosen, name: chosen.name });
      say(t("file.replaced", { name: chosen.name }));
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
  };
  return (
    <>
      <Act icon="upload" label={label} onPress={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          void replace(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </>
  );
}

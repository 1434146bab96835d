import "./file.css";
import { useRef } from "react";
import type { Field } from "../../contract/screen.ts";
import type { StoredFile } from "../../contract/file.ts";
import { Glyph } from "../icon/Glyph.tsx";
import { useWords } from "../text/text.ts";
import { wordsFor } from "../view/Problem.tsx";
import { DropZone } from "./DropZone.tsx";
import { FileCard } from "./FileCard.tsx";
import { type Upload, useUploads } from "./uploads.ts";

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly rules: Pick<Field, "accept" | "maxSize">;
  readonly ids: readonly string[];
  readonly many: boolean;
  readonly readOnly: boolean;
  /** Pictures are shown as such. */
  readonly large?: boolean;
  /** Where new ones are sent: `/api/files`, unless they belong to a record at once. */
  readonly place?: string;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Files, with those on their way, and room for more. */
export function FileSet({ id, label, rules, ids, many, readOnly, large = false, place = "/api/files", onChange }: Props) {
  const known = useRef(ids);
  known.current = ids;
  const stored = ({ id: added }: StoredFile) => {
    known.current = many ? [...known.current, added] : [added];
    onChange(known.current);
  };
  const { running, begin, end } = useUploads(place, stored);
  const full = !many && (ids.length > 0 || running.length > 0);
  const inside = (
    <>
      {ids.map((each) => (
        <FileCard key={each} id={each} readOnly={readOnly} large={large} onRemove={() => onChange(ids.filter((other) => other !== each))} />
      ))}
      {running.map((each) => (
        <Sending key={each.key} upload={each} onEnd={() => end(each.key)} />
      ))}
    </>
  );
  if (readOnly || full) {
    return (
      <div {...(id && { id })} className="file-set">
        {inside}
      </div>
    );
  }
  return (
    <DropZone {...(id && { id })} label={label} rules={rules} many={many} onFiles={begin}>
      {inside}
    </DropZone>
  );
}

const WHOLE = 100;

function Sending({ upload: { name, share, failure }, onEnd }: { readonly upload: Upload; readonly onEnd: () => void }) {
  const t = useWords();
  return (
    <div className="file" role="group" aria-label={name}>
      <div className="file-about">
        <span className="ellipsis">{name}</span>
        {failure === undefined ? (
          <progress className="file-progress" max={WHOLE} value={Math.round(share * WHOLE)} aria-label={t("file.sending", { name })} />
        ) : (
          <small className="form-fault" role="alert">
            {wordsFor(failure, t)}
          </small>
        )}
      </div>
      <button type="button" className="plain field-button" aria-label={t("file.stop", { name })} onClick={onEnd}>
        <Glyph name="decline" size={14} />
      </button>
    </div>
  );
}

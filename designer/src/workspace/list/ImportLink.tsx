import { Link } from "@tanstack/react-router";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";

/** The way to taking records in from a file. */
export function ImportLink({ entity, onChosen }: { readonly entity: string; readonly onChosen: () => void }) {
  const t = useWords();
  const [pack = "", name = ""] = entity.split(".");
  return (
    <Link to="/$pack/$entity/import" params={{ pack, entity: name }} role="menuitem" className="plain menu-entry" onClick={onChosen}>
      <Glyph name="upload" /> {t("action.import")}
    </Link>
  );
}

import { Glyph } from "../render/icon/Glyph.tsx";
import { useWords } from "../render/text/text.ts";
import { useTitle } from "./title.ts";

export function NotFound() {
  const t = useWords();
  useTitle(t("error.notFound"));
  return (
    <div className="empty">
      <Glyph name="search" size={40} />
      <h1>{t("error.notFound")}</h1>
      <p className="muted">{t("error.notFoundHelp")}</p>
    </div>
  );
}

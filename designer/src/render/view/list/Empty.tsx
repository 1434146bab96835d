import { Button } from "../../control/Button.tsx";
import { Glyph } from "../../icon/Glyph.tsx";
import { useWords } from "../../text/text.ts";
import type { ViewProps } from "../view.ts";

/** A list without records says why, and what to do. */
export function Empty({ entity, asked, onAsk, onCreate, none }: ViewProps & { readonly none?: { readonly title: string; readonly help: string } }) {
  const t = useWords();
  const narrowed = (asked.filter !== undefined && asked.filter !== asked.scope?.filter) || asked.q !== undefined;
  return (
    <div className="empty">
      <Glyph name={narrowed ? "filter" : (entity.icon ?? "document")} size={40} />
      <h2>{narrowed ? t("list.emptyFiltered") : asked.scope ? t("list.emptyScope", { title: entity.plural, name: asked.scope.name }) : (none?.title ?? t("list.empty", { title: entity.plural }))}</h2>
      <p className="muted">{narrowed ? t("list.emptyFilteredHelp") : none ? none.help : entity.may["create"] === "none" ? "" : t("list.emptyHelp")}</p>
      <div className="row">
        {narrowed && <Button onPress={() => onAsk({ filter: undefined, q: undefined })}>{t("list.clearFilters")}</Button>}
        {!narrowed && !asked.deleted && entity.may["create"] !== "none" && (
          <Button design="Emphasized" onPress={() => onCreate()}>
            {t("action.newOf", { title: entity.singular })}
          </Button>
        )}
      </div>
    </div>
  );
}

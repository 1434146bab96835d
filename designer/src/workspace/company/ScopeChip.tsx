import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";
import { type Scope, useEveryCompany } from "./scope.ts";

/** Says that only one company's records show, and shows those of all. */
export function ScopeChip({ scope, onEvery }: { readonly scope: Scope | undefined; readonly onEvery?: () => void }) {
  const t = useWords();
  const [, setEvery] = useEveryCompany();
  if (!scope) return null;
  return (
    <span className="chip" title={t("company.only", { name: scope.name })}>
      <Glyph name="building" size={12} />
      <span className="ellipsis">{scope.name}</span>
      <button
        type="button"
        className="plain"
        aria-label={t("company.all")}
        onClick={() => {
          setEvery(true);
          onEvery?.();
        }}
      >
        <Glyph name="decline" size={12} />
      </button>
    </span>
  );
}

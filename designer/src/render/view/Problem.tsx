import { Refusal, Unreachable } from "../../data/client.ts";
import { Button } from "../control/Button.tsx";
import { Glyph } from "../icon/Glyph.tsx";
import { type Words, useWords } from "../text/text.ts";

/** Of a rule that a record breaks, the hint is the rule itself: that is for programs. */
export const RULE = "AR-410";

/** What a failure means, in words for people. */
export function wordsFor(failure: unknown, t: Words): string {
  if (failure instanceof Unreachable) return t("error.unreachable");
  if (failure instanceof Refusal) return [failure.message, failure.code === RULE ? undefined : failure.hint].filter(Boolean).join(" ");
  return t("error.unknown", { message: failure instanceof Error ? failure.message : String(failure) });
}

export function problemTitle(failure: unknown, t: Words): string {
  if (failure instanceof Refusal && failure.status === 404) return t("error.notFound");
  if (failure instanceof Refusal && failure.status === 403) return t("error.forbidden");
  return t("error.title");
}

/** In place of what could not be shown. */
export function Problem({ failure, onRetry, onReset }: { readonly failure: unknown; readonly onRetry?: () => void; readonly onReset?: () => void }) {
  const t = useWords();
  return (
    <div className="empty" role="alert">
      <Glyph name="alert" size={40} />
      <h2>{problemTitle(failure, t)}</h2>
      <p className="muted">{wordsFor(failure, t)}</p>
      <div className="row">
        {onRetry && <Button onPress={onRetry}>{t("action.retry")}</Button>}
        {onReset && failure instanceof Refusal && <Button onPress={onReset}>{t("list.viewUsual")}</Button>}
      </div>
    </div>
  );
}

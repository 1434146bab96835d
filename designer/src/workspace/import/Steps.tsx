import { useEffect, useRef } from "react";
import { announce } from "../../render/control/announce.ts";
import { isFree } from "../../render/control/keys.ts";
import type { TextId } from "../../render/text/text.ts";
import { useWords } from "../../render/text/text.ts";

const STEPS: readonly TextId[] = ["import.stepFile", "import.stepColumns", "import.stepCheck", "import.stepImport"];

/** How far one is. */
export function Steps({ at }: { readonly at: number }) {
  const t = useWords();
  const before = useRef(at);
  useEffect(() => {
    const step = STEPS[at];
    if (before.current === at || !step) return;
    before.current = at;
    announce(t("import.stepAt", { number: at + 1, count: STEPS.length, step: t(step) }));
    // What was pressed went with the step before.
    if (isFree()) document.getElementById("page")?.focus({ preventScroll: true });
  }, [at, t]);
  return (
    <ol className="import-steps">
      {STEPS.map((step, index) => (
        <li key={step} className={index < at ? "import-step import-past" : "import-step"} aria-current={index === at ? "step" : undefined}>
          <span className="import-number" aria-hidden="true">
            {index + 1}
          </span>
          {t(step)}
        </li>
      ))}
    </ol>
  );
}

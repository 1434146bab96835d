import type { TextId } from "../../render/text/text.ts";
import { useWords } from "../../render/text/text.ts";

const STEPS: readonly TextId[] = ["import.stepFile", "import.stepColumns", "import.stepCheck", "import.stepImport"];

/** How far one is. */
export function Steps({ at }: { readonly at: number }) {
  const t = useWords();
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

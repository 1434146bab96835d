import { useWords } from "../render/text/text.ts";
import { Problem, problemTitle } from "../render/view/Problem.tsx";
import { useTitle } from "./title.ts";

/** A page that could not be shown: its title is what went wrong, not the page from before. */
export function Failed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  useTitle(problemTitle(error, useWords()));
  return <Problem failure={error} onRetry={reset} />;
}

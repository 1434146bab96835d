import { useEffect } from "react";
import { useWords } from "../text/text.ts";
import { announce } from "./announce.ts";

/** Tells those who do not see it how much was found for what they typed; null until that is known. */
export function useFound(count: number | null): void {
  const t = useWords();
  useEffect(() => {
    if (count !== null) announce(t("combo.found", { count }));
  }, [count, t]);
}

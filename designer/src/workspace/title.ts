import { useEffect } from "react";

/** Says what the page shows where the browser says it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Armature`;
  }, [title]);
}

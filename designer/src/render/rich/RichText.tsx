import "./rich.css";
import { useMemo } from "react";
import { clean } from "./clean.ts";

/** A text with its marks, and nothing that could act. */
export function RichText({ id, html, label }: { readonly id?: string; readonly html: string; readonly label: string }) {
  const harmless = useMemo(() => clean(html), [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned just above
  return <div {...(id && { id })} className="rich" role="group" aria-label={label} dangerouslySetInnerHTML={{ __html: harmless }} />;
}

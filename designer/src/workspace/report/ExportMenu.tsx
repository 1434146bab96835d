import { useState } from "react";
import { base, query } from "../../data/client.ts";
import { Button } from "../../render/control/Button.tsx";
import { Popover } from "../../render/control/Popover.tsx";
import { Glyph } from "../../render/icon/Glyph.tsx";
import { useWords } from "../../render/text/text.ts";

const FORMATS = ["xlsx", "csv", "pdf"] as const;

/** A report as a file. */
export function ExportMenu({ name, filter }: { readonly name: string; readonly filter: string | undefined }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const address = (format: string) => `${base}/api/reports/${name.replace(".", "/")}/export${query({ format, filter })}`;
  return (
    <>
      <Button id="report-export" icon="download" popup="menu" onPress={() => setOpen(!open)}>
        {t("action.export")}
      </Button>
      <Popover opener="report-export" open={open} label={t("action.export")} onClose={() => setOpen(false)}>
        <div className="menu-list" role="menu" aria-label={t("action.export")}>
          {FORMATS.map((format) => (
            <a key={format} role="menuitem" className="plain menu-entry" href={address(format)} download="" onClick={() => setOpen(false)}>
              <Glyph name="download" /> {format.toUpperCase()}
            </a>
          ))}
        </div>
      </Popover>
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { StoredFile } from "../../contract/file.ts";
import type { Entity } from "../../contract/screen.ts";
import { base, placeOf } from "../../data/client.ts";
import { importsQuery } from "../../data/imports.ts";
import { FileSet } from "../../render/file/FileSet.tsx";
import { useWords } from "../../render/text/text.ts";
import { fileQuery } from "../../data/files.ts";
import { keeper } from "../../data/keeper.ts";
import { ImportEntry } from "./ImportEntry.tsx";
import { ACCEPTED } from "./guess.ts";

/** Which file; and what became of those before. */
export function FileStep({ entity, onFile }: { readonly entity: Entity; readonly onFile: (file: StoredFile) => void }) {
  const t = useWords();
  const { data: earlier = [] } = useQuery(importsQuery(entity.entity));
  const kept = earlier.filter(({ order }) => !order.dryRun);
  const take = async ([id]: readonly string[]) => {
    if (id) onFile(await keeper.fetchQuery(fileQuery(id)));
  };
  return (
    <>
      <section className="card">
        <p className="muted">{t("import.fileHelp")}</p>
        <FileSet label={t("import.stepFile")} rules={{ accept: ACCEPTED }} ids={[]} many={false} readOnly={false} onChange={(ids) => void take(ids)} />
        {entity.may["export"] !== "none" && (
          <p className="muted">
            <a href={`${base}${placeOf(entity.entity)}/export?format=xlsx&limit=5`} download>
              {t("import.sample")}
            </a>
          </p>
        )}
      </section>
      {kept.length > 0 && (
        <section className="card">
          <h2>{t("import.earlier")}</h2>
          <ul className="import-list">
            {kept.map((run) => (
              <ImportEntry key={run.id} entity={entity} run={run} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

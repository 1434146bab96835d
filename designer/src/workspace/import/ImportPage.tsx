import "@ui5/webcomponents-icons/dist/nav-back.js";
import "./import.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { StoredFile } from "../../contract/file.ts";
import type { ImportOrder } from "../../contract/imports.ts";
import { beginImport, importsKey, previewQuery } from "../../data/imports.ts";
import { keeper } from "../../data/keeper.ts";
import { useEntity } from "../../data/screens.ts";
import { Button } from "../../render/control/Button.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { useLocale, useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { useTitle } from "../title.ts";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { FileStep } from "./FileStep.tsx";
import { formatOf, guessColumns, guessDates, guessDecimals, guessKey } from "./guess.ts";
import { RunStep } from "./RunStep.tsx";
import { Steps } from "./Steps.tsx";
import { useWork } from "./work.ts";

/** From a file to records: choose it, say which column is which field, try it, take it in. */
export function ImportPage() {
  const t = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { pack = "", entity: name = "" } = useParams({ strict: false });
  const entity = useEntity(`${pack}.${name}`);
  useTitle(t("import.title", { title: entity.plural }));
  const { work, setWork } = useWork(entity.entity);
  const preview = useQuery({ ...previewQuery(entity.entity, work?.file.id ?? "", work?.order.format ?? ""), enabled: work !== null });
  const [failure, setFailure] = useState<unknown>(null);
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    try {
      await work();
    } catch (refused) {
      setFailure(refused);
    }
  };
  const choose = (file: StoredFile) =>
    attempt(async () => {
      const format = formatOf(file.name);
      const preview = await keeper.fetchQuery(previewQuery(entity.entity, file.id, format));
      const columns = guessColumns(preview.columns, entity, preview.rows);
      const order: ImportOrder = { format, columns, key: [...guessKey(preview, columns, entity)], dryRun: true, partial: false, dates: guessDates(preview, columns, entity, locale), decimals: guessDecimals(preview, columns, entity) };
      setWork({ file, order, run: null });
    });
  const begin = (more: Partial<ImportOrder>) =>
    attempt(async () => {
      if (!work) return;
      const asked = { ...work.order, ...more };
      const begun = await beginImport(entity.entity, work.file.id, asked);
      setWork({ ...work, run: { id: begun.id, dryRun: asked.dryRun } });
      await keeper.invalidateQueries({ queryKey: importsKey });
    });
  const again = () => setWork(null);
  const at = work?.run ? (work.run.dryRun ? 2 : 3) : work ? 1 : 0;
  return (
    <div className="import-page">
      <header className="row">
        <Button design="Transparent" icon="nav-back" label={t("action.back")} onPress={() => void navigate({ to: "/$pack/$entity", params: { pack, entity: name }, search: {} })} />
        <h1>{t("import.title", { title: entity.plural })}</h1>
      </header>
      <Steps at={at} />
      {failure !== null && (
        <Notice tone="Negative" onClose={() => setFailure(null)}>
          {wordsFor(failure, t)}
        </Notice>
      )}
      {!work && <FileStep entity={entity} onFile={(file) => void choose(file)} />}
      {work && !work.run && preview.error && (
        <>
          <Notice tone="Negative">{wordsFor(preview.error, t)}</Notice>
          <div className="row">
            <Button onPress={again}>{t("import.otherFile")}</Button>
          </div>
        </>
      )}
      {work && !work.run && preview.data && (
        <ColumnsStep entity={entity} file={work.file.name} preview={preview.data} order={work.order} onOrder={(order) => setWork({ ...work, order })} onBack={again} onCheck={() => void begin({ dryRun: true, partial: false })} />
      )}
      {work?.run && <RunStep key={work.run.id} entity={entity} id={work.run.id} onBack={() => setWork({ ...work, run: null })} onImport={(partial) => void begin({ dryRun: false, partial })} onAgain={again} />}
    </div>
  );
}

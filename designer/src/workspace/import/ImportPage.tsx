import "@ui5/webcomponents-icons/dist/nav-back.js";
import "./import.css";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { StoredFile } from "../../contract/file.ts";
import type { ImportOrder, ImportPreview } from "../../contract/imports.ts";
import { beginImport, importsKey, readPreview } from "../../data/imports.ts";
import { keeper } from "../../data/keeper.ts";
import { useEntity } from "../../data/screens.ts";
import { Button } from "../../render/control/Button.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { useLocale, useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { useTitle } from "../title.ts";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { FileStep } from "./FileStep.tsx";
import { formatOf, guessColumns, guessDates, guessDecimals } from "./guess.ts";
import { RunStep } from "./RunStep.tsx";
import { Steps } from "./Steps.tsx";

interface Chosen {
  readonly file: StoredFile;
  readonly preview: ImportPreview;
}

/** From a file to records: choose it, say which column is which field, try it, take it in. */
export function ImportPage() {
  const t = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { pack = "", entity: name = "" } = useParams({ strict: false });
  const entity = useEntity(`${pack}.${name}`);
  useTitle(t("import.title", { title: entity.plural }));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [order, setOrder] = useState<ImportOrder | null>(null);
  const [run, setRun] = useState<{ readonly id: string; readonly dryRun: boolean } | null>(null);
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
      const preview = await readPreview(entity.entity, file.id, format);
      const columns = guessColumns(preview.columns, entity);
      setChosen({ file, preview });
      setOrder({ format, columns, key: [], dryRun: true, partial: false, dates: guessDates(preview, columns, entity, locale), decimals: guessDecimals(preview, columns, entity) });
    });
  const begin = (more: Partial<ImportOrder>) =>
    attempt(async () => {
      if (!chosen || !order) return;
      const asked = { ...order, ...more };
      const begun = await beginImport(entity.entity, chosen.file.id, asked);
      setRun({ id: begun.id, dryRun: asked.dryRun });
      await keeper.invalidateQueries({ queryKey: importsKey });
    });
  const again = () => {
    setChosen(null);
    setOrder(null);
    setRun(null);
  };
  const at = run ? (run.dryRun ? 2 : 3) : chosen ? 1 : 0;
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
      {!chosen && <FileStep entity={entity} onFile={(file) => void choose(file)} />}
      {chosen && order && !run && <ColumnsStep entity={entity} preview={chosen.preview} order={order} onOrder={setOrder} onBack={again} onCheck={() => void begin({ dryRun: true, partial: false })} />}
      {run && <RunStep key={run.id} entity={entity} id={run.id} onBack={() => setRun(null)} onImport={(partial) => void begin({ dryRun: false, partial })} onAgain={again} />}
    </div>
  );
}

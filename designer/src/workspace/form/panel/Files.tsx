import { useQuery } from "@tanstack/react-query";
import type { StoredFile } from "../../../contract/file.ts";
import type { Entity } from "../../../contract/screen.ts";
import { ask, get, placeOf } from "../../../data/client.ts";
import { knowFile } from "../../../data/files.ts";
import { keeper } from "../../../data/keeper.ts";
import { recordsKey } from "../../../data/records.ts";
import { say } from "../../../render/control/toast.ts";
import { FileSet } from "../../../render/file/FileSet.tsx";
import { useWords } from "../../../render/text/text.ts";
import { wordsFor } from "../../../render/view/Problem.tsx";

const EVERYTHING = {};

/** What is attached to the record. */
export default function Files({ entity, id }: { readonly entity: Entity; readonly id: string }) {
  const t = useWords();
  const place = `${placeOf(entity.entity)}/${id}/files`;
  const queryKey = [...recordsKey(entity.entity), "files", id];
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const files = (await get<{ data: readonly StoredFile[] }>(place, signal)).data;
      for (const file of files) knowFile(file);
      return files.map((file) => file.id);
    },
  });
  const change = async (ids: readonly string[]) => {
    try {
      for (const gone of data.filter((each) => !ids.includes(each))) await ask(`${place}/${gone}`, { method: "DELETE" });
    } catch (refused) {
      say(wordsFor(refused, t), { tone: "negative" });
    }
    await keeper.invalidateQueries({ queryKey });
  };
  return (
    <div className="panel-body">
      {data.length === 0 && <p className="muted">{t("files.none")}</p>}
      <FileSet label={t("form.files")} rules={EVERYTHING} ids={data} many readOnly={entity.may["update"] === "none"} place={place} onChange={(ids) => void change(ids)} />
    </div>
  );
}

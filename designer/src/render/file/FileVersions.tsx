import { useQuery } from "@tanstack/react-query";
import type { FileVersion, StoredFile } from "../../contract/file.ts";
import { get } from "../../data/client.ts";
import { downloadOf } from "../../data/files.ts";
import { Button } from "../control/Button.tsx";
import { Dialog } from "../control/Dialog.tsx";
import { useFormats } from "../format/formats.ts";
import { useWords } from "../text/text.ts";
import { sizeOf } from "./accept.ts";

/** All contents that a file has had. */
export default function FileVersions({ file, onClose }: { readonly file: StoredFile; readonly onClose: () => void }) {
  const t = useWords();
  const formats = useFormats();
  const { data = [] } = useQuery({
    queryKey: ["files", file.id, "versions", file.content_version],
    queryFn: async ({ signal }) => (await get<{ data: readonly FileVersion[] }>(`/api/files/${file.id}/versions`, signal)).data,
  });
  return (
    <Dialog title={t("file.versions", { name: file.name })} onClose={onClose} footer={<Button onPress={onClose}>{t("action.close")}</Button>}>
      <ol className="feed">
        {data.map(({ content_version: number, name, size, at }) => (
          <li key={number} className="row">
            <a className="grow ellipsis" href={downloadOf(file, number)} download={name}>
              {t("file.version", { number })}: {name}
            </a>
            <small className="muted">
              {sizeOf(size, formats)} · {formats.dateTime(at)}
            </small>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

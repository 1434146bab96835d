import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { StoredFile } from "../../contract/file.ts";
import { contentOf, downloadOf } from "../../data/files.ts";
import { Button } from "../control/Button.tsx";
import { Dialog } from "../control/Dialog.tsx";
import { useWords } from "../text/text.ts";

/** A file as it looks, where browsers can show it. */
export default function FilePreview({ file, onClose }: { readonly file: StoredFile; readonly onClose: () => void }) {
  const t = useWords();
  return (
    <Dialog
      wide
      title={file.name}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" onPress={() => location.assign(downloadOf(file))}>
            {t("file.download")}
          </Button>
          <Button onPress={onClose}>{t("action.close")}</Button>
        </>
      }
    >
      <div className="file-view">
        <Content file={file} />
      </div>
    </Dialog>
  );
}

function Content({ file }: { readonly file: StoredFile }) {
  const t = useWords();
  const kind = file.media_type.split("/")[0];
  const address = contentOf(file);
  if (kind === "image" && file.links.preview) return <img src={address} alt={file.name} />;
  if (kind === "audio") return <audio controls src={address} aria-label={file.name} />;
  if (kind === "video") return <video controls src={address} aria-label={file.name} />;
  if (file.media_type === PDF) return <Pages address={address} name={file.name} />;
  if (file.media_type.startsWith("text/plain")) return <Text address={address} />;
  return <p className="muted">{t("file.noPreview")}</p>;
}

const PDF = "application/pdf";

/** The browser's own reader shows no page that may run nothing, so it gets the bytes without an address of ours. */
function Pages({ address, name }: { readonly address: string; readonly name: string }) {
  const t = useWords();
  const { data, isError } = useQuery({
    queryKey: ["files", "pages", address],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async ({ signal }) => new Blob([await (await fetch(address, { signal })).arrayBuffer()], { type: PDF }),
  });
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setShown(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (isError || !navigator.pdfViewerEnabled) return <p className="muted">{t("file.noPreview")}</p>;
  return shown === null ? <div className="waiting-line" aria-busy="true" /> : <iframe className="file-pages" src={shown} title={name} />;
}

const MOST = 100_000;

function Text({ address }: { readonly address: string }) {
  const { data = "" } = useQuery({ queryKey: ["files", "text", address], queryFn: async ({ signal }) => (await (await fetch(address, { signal, headers: { Range: `bytes=0-${MOST}` } })).text()) });
  return (
    <pre tabIndex={0} className="file-text">
      {data}
    </pre>
  );
}

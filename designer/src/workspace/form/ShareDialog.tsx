import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Json } from "../../contract/record.ts";
import { idOf } from "../../contract/record.ts";
import type { Entity, Field } from "../../contract/screen.ts";
import { ask, get, placeOf, post } from "../../data/client.ts";
import { entitiesQuery } from "../../data/entities.ts";
import { keeper } from "../../data/keeper.ts";
import { recordsKey } from "../../data/records.ts";
import { Button } from "../../render/control/Button.tsx";
import { Choice } from "../../render/control/Choice.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { useFormats } from "../../render/format/formats.ts";
import { Edit as DateEdit } from "../../render/widget/date/edit.tsx";
import { LinkEdit } from "../../render/widget/LinkEdit.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { AnyName } from "./panel/AnyName.tsx";

interface Shared {
  readonly id: string;
  readonly user?: string | null;
  readonly team?: string | null;
  readonly verb: "read" | "write";
  readonly until?: string | null;
}

interface Props {
  readonly entity: Entity;
  readonly id: string;
  readonly onClose: () => void;
}

const USER = "sys.user";

/** Entities of teams: those that a definition calls so. */
const isTeam = (entity: string) => /\.(\w+_)?team$/.test(entity);

/** With whom the record is shared, and until when. */
export default function ShareDialog({ entity, id, onClose }: Props) {
  const t = useWords();
  const formats = useFormats();
  const place = `${placeOf(entity.entity)}/${id}/shares`;
  const queryKey = [...recordsKey(entity.entity), "shares", id];
  const teams = (useQuery(entitiesQuery).data ?? []).filter(({ name }) => isTeam(name));
  const { data = [] } = useQuery({ queryKey, queryFn: async ({ signal }) => (await get<{ data: readonly Shared[] }>(place, signal)).data });
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: () => keeper.invalidateQueries({ queryKey }) });
  return (
    <Dialog wide title={t("share.title")} onClose={onClose} footer={<Button onPress={onClose}>{t("action.close")}</Button>}>
      <div className="stack">
        {act.error && <Notice tone="Negative">{wordsFor(act.error, t)}</Notice>}
        {data.length === 0 && <p className="muted">{t("share.none")}</p>}
        <ul className="share-list">
          {data.map((share) => (
            <li key={share.id} className="row">
              <span className="grow ellipsis">{share.user ? <AnyName entity={USER} id={share.user} /> : <AnyName entity={teams.map(({ name }) => name)} id={share.team ?? ""} />}</span>
              <span className="muted">{[t(`share.${share.verb}`), share.until && t("share.until", { when: formats.dateTime(share.until) })].filter(Boolean).join(", ")}</span>
              <Button onPress={() => act.mutate(() => ask(`${place}/${share.id}`, { method: "DELETE" }))}>{t("action.remove")}</Button>
            </li>
          ))}
        </ul>
        <NewShare entity={entity} teams={teams.map(({ name, title, label }) => ({ name, title, label }))} onShare={(order) => act.mutate(() => post(place, order))} />
      </div>
    </Dialog>
  );
}

interface NewProps {
  readonly entity: Entity;
  readonly teams: readonly { readonly name: string; readonly title: string; readonly label: string }[];
  readonly onShare: (order: Readonly<Record<string, string>>) => void;
}

function NewShare({ entity, teams, onShare }: NewProps) {
  const t = useWords();
  const [kind, setKind] = useState(USER);
  const [who, setWho] = useState<Json>(null);
  const [verb, setVerb] = useState("read");
  const [until, setUntil] = useState<Json>(null);
  const team = teams.find(({ name }) => name === kind);
  const title = team?.title ?? t("share.user");
  const field: Field = { title: t("share.with"), type: "link", widget: "link", required: false, readOnly: false, to: { entity: kind, title, label: team?.label ?? "name" } };
  const day: Field = { title: t("share.untilDay"), type: "date", widget: "date", required: false, readOnly: false };
  const chosen = idOf(who);
  const common = { entity: entity.entity, record: {}, readOnly: false, required: false, fault: undefined };
  const share = () => {
    if (!chosen) return;
    onShare({ [team ? "team" : "user"]: chosen, verb, ...(typeof until === "string" && { until: `${until}T23:59:59Z` }) });
    setWho(null);
  };
  return (
    <div className="share-new">
      {teams.length > 0 && (
        <Labelled label={t("share.kind")} of="share-kind">
          <Choice id="share-kind" label={t("share.kind")} value={kind} options={[{ key: USER, title: t("share.user") }, ...teams.map((each) => ({ key: each.name, title: each.title }))]} onChange={(next) => (setKind(next), setWho(null))} />
        </Labelled>
      )}
      <Labelled label={field.title} of="share-with">
        <LinkEdit {...common} key={kind} id="share-with" name="with" field={field} value={who} onChange={setWho} />
      </Labelled>
      <Labelled label={t("share.may")} of="share-verb">
        <Choice id="share-verb" label={t("share.may")} value={verb} options={["read", "write"].map((key) => ({ key, title: t(key === "read" ? "share.read" : "share.write") }))} onChange={setVerb} />
      </Labelled>
      <Labelled label={day.title} of="share-until">
        <DateEdit {...common} id="share-until" name="until" field={day} value={until} onChange={setUntil} />
      </Labelled>
      <Button design="Emphasized" disabled={!chosen} onPress={share}>
        {t("action.share")}
      </Button>
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Entity } from "../../contract/screen.ts";
import { labelQuery } from "../../data/labels.ts";
import { Button } from "../../render/control/Button.tsx";
import { Dialog } from "../../render/control/Dialog.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import type { Outcome } from "./work.ts";

interface Props {
  readonly entity: Entity;
  readonly outcomes: readonly Outcome[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

const MOST = 100;

/** What became of each of many records, those that were refused with the reason. */
export default function ResultDialog({ entity, outcomes, onSelect, onClose }: Props) {
  const t = useWords();
  const refused = outcomes.filter((each) => each.refused);
  return (
    <Dialog
      title={t("bulk.outcome", { done: outcomes.length - refused.length, refused: refused.length })}
      onClose={onClose}
      wide
      footer={
        <>
          <Button
            onPress={() => {
              onSelect(new Set(refused.map(({ id }) => id)));
              onClose();
            }}
          >
            {t("bulk.selectRefused")}
          </Button>
          <Button design="Emphasized" onPress={onClose}>
            {t("action.close")}
          </Button>
        </>
      }
    >
      <ul className="outcomes">
        {refused.slice(0, MOST).map((outcome) => (
          <Line key={outcome.id} entity={entity} outcome={outcome} />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({ entity, outcome }: { readonly entity: Entity; readonly outcome: Outcome }) {
  const t = useWords();
  const router = useRouter();
  const [pack = "", name = ""] = entity.entity.split(".");
  const { data: label } = useQuery(labelQuery(entity.entity, entity.label, outcome.id));
  const { refused } = outcome;
  const reasons = refused?.faults.length ? refused.faults.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")) : [wordsFor(refused, t)];
  return (
    <li>
      <a href={router.buildLocation({ to: "/$pack/$entity/$id", params: { pack, entity: name, id: outcome.id }, search: {} }).href} target="_blank" rel="noreferrer">
        {label || outcome.id}
      </a>
      <span className="outcome-why">{[...new Set(reasons)].join(" ")}</span>
    </li>
  );
}

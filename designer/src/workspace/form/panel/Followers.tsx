import { useMutation, useQuery } from "@tanstack/react-query";
import type { Entity } from "../../../contract/screen.ts";
import { ask, get, placeOf } from "../../../data/client.ts";
import { keeper } from "../../../data/keeper.ts";
import { recordsKey } from "../../../data/records.ts";
import { useMe } from "../../../data/session.ts";
import { Button } from "../../../render/control/Button.tsx";
import { say } from "../../../render/control/toast.ts";
import { useWords } from "../../../render/text/text.ts";
import { wordsFor } from "../../../render/view/Problem.tsx";

interface Follower {
  readonly id: string;
  readonly name: string;
}

/** Who hears of what happens to the record; and whether one does oneself. */
export function Followers({ entity, id }: { readonly entity: Entity; readonly id: string }) {
  const t = useWords();
  const me = useMe();
  const place = `${placeOf(entity.entity)}/${id}/followers`;
  const queryKey = [...recordsKey(entity.entity), "followers", id];
  const { data = [] } = useQuery({ queryKey, queryFn: async ({ signal }) => (await get<{ data: readonly Follower[] }>(place, signal)).data });
  const follows = data.some((each) => each.id === me.id);
  const toggle = useMutation({
    mutationFn: () => ask(`${place}/me`, { method: follows ? "DELETE" : "PUT" }),
    onSuccess: () => keeper.invalidateQueries({ queryKey }),
    onError: (failure) => say(wordsFor(failure, t), { tone: "negative" }),
  });
  return (
    <div className="followers row">
      <small className="muted grow" title={data.map(({ name }) => name).join(", ")}>
        {t("followers.count", { count: data.length })}
      </small>
      <Button design="Transparent" disabled={toggle.isPending} onPress={() => toggle.mutate()}>
        {t(follows ? "followers.stop" : "followers.follow")}
      </Button>
    </div>
  );
}

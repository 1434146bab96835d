import { useMutation, useQuery } from "@tanstack/react-query";
import { ask, get } from "../../data/client.ts";
import { keeper } from "../../data/keeper.ts";
import { Button } from "../../render/control/Button.tsx";
import { say } from "../../render/control/toast.ts";
import { useFormats } from "../../render/format/formats.ts";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";

interface Session {
  readonly id: string;
  readonly current: boolean;
  readonly lastSeenAt: string;
  readonly userAgent: string | null;
  readonly address: string | null;
}

const KEY = ["sessions"];

/** Where one is signed in, and an end to it. */
export function SessionsCard() {
  const t = useWords();
  const formats = useFormats();
  const sessions = useQuery({ queryKey: KEY, queryFn: async ({ signal }) => (await get<{ data: readonly Session[] }>("/api/auth/sessions", signal)).data });
  const end = useMutation({
    mutationFn: (id: string) => ask(`/api/auth/sessions/${id}`, { method: "DELETE" }),
    onSettled: () => keeper.invalidateQueries({ queryKey: KEY }),
    onError: (failure) => say(wordsFor(failure, t), { tone: "negative" }),
  });
  const others = (sessions.data ?? []).filter(({ current }) => !current);
  const endAll = useMutation({
    mutationFn: () => ask("/api/auth/sessions?others=true", { method: "DELETE" }),
    onSuccess: () => say(t("settings.sessionsEnded")),
    onSettled: () => keeper.invalidateQueries({ queryKey: KEY }),
    onError: (failure) => say(wordsFor(failure, t), { tone: "negative" }),
  });
  return (
    <Card title={t("settings.sessions")}>
      <div>
        {(sessions.data ?? []).map(({ id, current, lastSeenAt, userAgent, address }) => (
          <div key={id} className="card-row">
            <div className="grow">
              <div className="ellipsis">{browserOf(userAgent)}</div>
              <small className="muted">{[address, formats.ago(lastSeenAt), current && t("settings.sessionThis")].filter(Boolean).join(" · ")}</small>
            </div>
            {!current && (
              <Button label={t("settings.sessionEndOf", { browser: browserOf(userAgent), when: formats.ago(lastSeenAt) })} onPress={() => end.mutate(id)}>
                {t("settings.sessionEnd")}
              </Button>
            )}
          </div>
        ))}
      </div>
      {others.length > 0 && (
        <div>
          <Button disabled={endAll.isPending} onPress={() => endAll.mutate()}>
            {t("settings.sessionsEnd")}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** The name in what browsers say of themselves. */
function browserOf(agent: string | null): string {
  return /(Edg|Firefox|Chrome|Safari|curl)[/\w.]*/.exec(agent ?? "")?.[0].replace("Edg", "Edge").replace("/", " ") ?? agent ?? "–";
}

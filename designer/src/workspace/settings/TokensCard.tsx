import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, get, post } from "../../data/client.ts";
import { keeper } from "../../data/keeper.ts";
import { Button } from "../../render/control/Button.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useFormats } from "../../render/format/formats.ts";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";

interface Token {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

const KEY = ["tokens"];

/** For programs that act in the user's name. */
export function TokensCard() {
  const t = useWords();
  const formats = useFormats();
  const [name, setName] = useState("");
  const tokens = useQuery({ queryKey: KEY, queryFn: async ({ signal }) => (await get<{ data: readonly Token[] }>("/api/auth/tokens", signal)).data });
  const again = () => keeper.invalidateQueries({ queryKey: KEY });
  const make = useMutation({ mutationFn: () => post<{ token: string }>("/api/auth/tokens", { name: name.trim() }), onSuccess: again });
  const end = useMutation({ mutationFn: (id: string) => ask(`/api/auth/tokens/${id}`, { method: "DELETE" }), onSuccess: again });
  const failure = make.error ?? end.error;
  return (
    <Card title={t("settings.tokens")}>
      <p className="muted">{t("settings.tokensHelp")}</p>
      {failure && <Notice tone="Negative">{wordsFor(failure, t)}</Notice>}
      {make.data && (
        <>
          <p>{t("settings.tokenShown")}</p>
          <div className="codes">{make.data.token}</div>
        </>
      )}
      <div>
        {(tokens.data ?? []).map((token) => (
          <div key={token.id} className="card-row">
            <span className="grow ellipsis">{token.name}</span>
            <small className="muted">{formats.ago(token.createdAt)}</small>
            <Button label={t("action.removeOf", { title: token.name })} onPress={() => end.mutate(token.id)}>
              {t("action.remove")}
            </Button>
          </div>
        ))}
      </div>
      <div className="row">
        <TextInput value={name} label={t("settings.tokenName")} placeholder={t("settings.tokenName")} onInput={setName} />
        <Button disabled={name.trim() === ""} onPress={() => make.mutate()}>
          {t("settings.tokenMake")}
        </Button>
      </div>
    </Card>
  );
}

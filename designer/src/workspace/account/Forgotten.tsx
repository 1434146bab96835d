import { type FormEvent, useState } from "react";
import { post } from "../../data/client.ts";
import { Button } from "../../render/control/Button.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";

/** Asks for a link to choose another password; says the same whether there is such an account or not. */
export function Forgotten({ onBack }: { readonly onBack: () => void }) {
  const t = useWords();
  const [who, setWho] = useState("");
  const [failure, setFailure] = useState<unknown>(null);
  const [sent, setSent] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await post("/api/auth/reset", { email: who.trim() });
      setSent(true);
    } catch (refused) {
      setFailure(refused);
    }
  };
  return (
    <Card title={t("account.reset.title")}>
      {sent ? (
        <Notice tone="Positive">{t("account.reset.sent")}</Notice>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p className="muted">{t("account.reset.help")}</p>
          {failure !== null && <Notice tone="Negative">{wordsFor(failure, t)}</Notice>}
          <Labelled label={t("account.reset.who")} of="who">
            <TextInput id="who" value={who} onInput={setWho} label={t("account.reset.who")} autoFocus />
          </Labelled>
          <Button design="Emphasized" submits disabled={who.trim() === ""}>
            {t("account.reset.send")}
          </Button>
        </form>
      )}
      <Button design="Transparent" onPress={onBack}>
        {t("signIn.back")}
      </Button>
    </Card>
  );
}

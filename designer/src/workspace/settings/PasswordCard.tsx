import { type FormEvent, useState } from "react";
import { post } from "../../data/client.ts";
import { Button } from "../../render/control/Button.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { say } from "../../render/control/toast.ts";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";

export function PasswordCard() {
  const t = useWords();
  const [password, setPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const [failure, setFailure] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await post("/api/auth/password", { password, newPassword });
      setPassword("");
      setNewPassword("");
      setFailure(null);
      say(t("settings.passwordChanged"));
    } catch (refused) {
      setFailure(refused);
    }
  };
  return (
    <Card title={t("settings.changePassword")}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        {failure !== null && <Notice tone="Negative">{wordsFor(failure, t)}</Notice>}
        <div className="settings-grid">
          <Labelled label={t("settings.currentPassword")} of="current-password">
            <TextInput id="current-password" kind="Password" value={password} label={t("settings.currentPassword")} onInput={setPassword} />
          </Labelled>
          <Labelled label={t("account.choose.new")} of="new-password">
            <TextInput id="new-password" kind="Password" value={newPassword} label={t("account.choose.new")} onInput={setNewPassword} />
          </Labelled>
        </div>
        <div>
          <Button submits disabled={password === "" || newPassword === ""}>
            {t("settings.changePassword")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

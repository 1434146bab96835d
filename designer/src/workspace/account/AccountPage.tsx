import { type FormEvent, useState } from "react";
import { base, post } from "../../data/client.ts";
import { Button } from "../../render/control/Button.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { type TextId, useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";

type Purpose = "reset" | "invite" | "email";

const TITLES: Readonly<Record<Purpose, TextId>> = {
  reset: "account.choose.title",
  invite: "account.invite.title",
  email: "account.email.title",
};

/** Where the links of our mails lead. */
export function AccountPage({ purpose }: { readonly purpose: Purpose }) {
  const t = useWords();
  const [done, setDone] = useState(false);
  const parameters = new URLSearchParams(location.search);
  const token = parameters.get("token");
  const tenant = parameters.get("tenant");
  const use = async (password?: string) => {
    const path = purpose === "reset" ? "/api/auth/reset" : "/api/auth/confirm";
    await post(path, { token, ...(password !== undefined && { password }) }, tenant ? { "X-Tenant": tenant } : {});
    setDone(true);
  };
  return (
    <Card title={t(TITLES[purpose])}>
      {!token && <Notice tone="Negative">{t("account.linkMissing")}</Notice>}
      {done && <Notice tone="Positive">{t(purpose === "email" ? "account.email.done" : "account.choose.done")}</Notice>}
      {token && !done && (purpose === "email" ? <ConfirmEmail use={use} /> : <ChoosePassword use={use} />)}
      <Button design={done ? "Emphasized" : "Transparent"} onPress={() => location.assign(`${base}/`)}>
        {t("signIn.back")}
      </Button>
    </Card>
  );
}

function ChoosePassword({ use }: { readonly use: (password: string) => Promise<void> }) {
  const t = useWords();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [failure, setFailure] = useState<unknown>(null);
  const differ = again !== "" && again !== password;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== "" && password === again) use(password).catch(setFailure);
  };
  return (
    <form onSubmit={submit} noValidate>
      {failure !== null && <Notice tone="Negative">{wordsFor(failure, t)}</Notice>}
      <Labelled label={t("account.choose.new")} of="new">
        <TextInput id="new" kind="Password" value={password} onInput={setPassword} label={t("account.choose.new")} autoFocus />
      </Labelled>
      <Labelled label={t("account.choose.again")} of="again">
        <TextInput id="again" kind="Password" value={again} onInput={setAgain} label={t("account.choose.again")} fault={differ ? t("account.choose.differ") : undefined} />
      </Labelled>
      <Button design="Emphasized" submits disabled={password === "" || password !== again}>
        {t("account.choose.submit")}
      </Button>
    </form>
  );
}

function ConfirmEmail({ use }: { readonly use: () => Promise<void> }) {
  const t = useWords();
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <>
      {failure !== null && <Notice tone="Negative">{wordsFor(failure, t)}</Notice>}
      <Button design="Emphasized" onPress={() => void use().catch(setFailure)}>
        {t("account.email.confirm")}
      </Button>
    </>
  );
}

import { type FormEvent, useState } from "react";
import { base, Refusal } from "../../data/client.ts";
import { signIn, useProviders } from "../../data/session.ts";
import { Button } from "../../render/control/Button.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";
import { Forgotten } from "./Forgotten.tsx";

/** The engine asks for the code of a second factor by this. */
const OTP_WANTED = ["AR-320"];

/** What the engine says of somebody whom a provider knows and this site does not. */
const NO_ACCOUNT = "AR-327";

export function SignInPage() {
  const t = useWords();
  const [forgotten, setForgotten] = useState(false);
  if (forgotten) return <Forgotten onBack={() => setForgotten(false)} />;
  return (
    <Card title={t("signIn.title")}>
      <Refused />
      <SignInForm />
      <Providers />
      <button type="button" className="plain" onClick={() => setForgotten(true)}>
        <span style={{ color: "var(--sapLinkColor)" }}>{t("signIn.forgotten")}</span>
      </button>
    </Card>
  );
}

/** A provider sent somebody back for nothing: the address says why. */
function Refused() {
  const t = useWords();
  const refused = new URLSearchParams(location.search).get("refused");
  if (refused === null) return null;
  return <Notice tone="Negative">{t(refused === NO_ACCOUNT ? "signIn.noAccount" : "signIn.providerFailed")}</Notice>;
}

function SignInForm() {
  const t = useWords();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [otp, setOtp] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await signIn({ username, password, ...(otp && { otp: otp.trim() }) });
    } catch (refused) {
      if (asksForCode(refused) && otp === null) setOtp("");
      else setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {failure !== null && <Notice tone="Negative">{wordsFor(failure, t)}</Notice>}
      <Labelled label={t("signIn.username")} of="username">
        <TextInput id="username" name="username" value={username} onInput={setUsername} label={t("signIn.username")} autoFocus />
      </Labelled>
      <Labelled label={t("signIn.password")} of="password">
        <TextInput id="password" name="password" kind="Password" value={password} onInput={setPassword} label={t("signIn.password")} />
      </Labelled>
      {otp !== null && (
        <Labelled label={t("signIn.otp")} of="otp" help={t("signIn.otpHelp")}>
          <TextInput id="otp" name="otp" value={otp} onInput={setOtp} label={t("signIn.otp")} description={t("signIn.otpHelp")} autoFocus />
        </Labelled>
      )}
      <Button design="Emphasized" submits disabled={busy}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}

function asksForCode(failure: unknown): boolean {
  return failure instanceof Refusal && (OTP_WANTED.includes(failure.code) || failure.faults.some(({ path }) => path === "otp"));
}

/** Signing in with somebody who knows the user already; comes back to where he wanted to go. */
function Providers() {
  const t = useWords();
  const providers = useProviders().data ?? [];
  if (providers.length === 0) return null;
  const search = new URLSearchParams(location.search);
  search.delete("refused");
  const back = encodeURIComponent(location.pathname + (search.size > 0 ? `?${search}` : ""));
  return (
    <>
      <div className="account-or">{t("signIn.or")}</div>
      {providers.map(({ name, title }) => (
        <Button key={name} onPress={() => location.assign(`${base}/api/auth/oauth/${name}?redirect=${back}`)}>
          {t("signIn.with", { provider: title })}
        </Button>
      ))}
    </>
  );
}

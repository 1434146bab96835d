import { useMutation, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { get, post } from "../../data/client.ts";
import { keeper } from "../../data/keeper.ts";
import { Button } from "../../render/control/Button.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { Notice } from "../../render/control/Notice.tsx";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { Card } from "./Card.tsx";

interface State {
  readonly enrolled: boolean;
  readonly required: boolean;
  readonly recoveryCodes: number;
}

interface Enrolment {
  readonly secret: string;
  /** The same for a picture that authenticator programs read. */
  readonly uri: string;
}

const Picture = lazy(() => import("./SecretPicture.tsx"));

const KEY = ["otp"];

/** Setting up an authenticator program, and taking it off. */
export function SecondFactorCard() {
  const t = useWords();
  const state = useQuery({ queryKey: KEY, queryFn: ({ signal }) => get<State>("/api/auth/otp", signal) });
  const [codes, setCodes] = useState<readonly string[]>([]);
  if (!state.data) return null;
  const done = (recovery: readonly string[]) => {
    setCodes(recovery);
    void keeper.invalidateQueries({ queryKey: KEY });
  };
  const { enrolled, required, recoveryCodes } = state.data;
  return (
    <Card title={t("settings.otp")}>
      {required && !enrolled && <Notice tone="Critical">{t("settings.otpRequired")}</Notice>}
      <p className="muted">{enrolled ? t("settings.otpOn", { count: recoveryCodes }) : t("settings.otpOff")}</p>
      {codes.length > 0 && (
        <>
          <p>{t("settings.otpRecovery")}</p>
          <div className="codes">{codes.join("\n")}</div>
        </>
      )}
      {enrolled ? <TakeOff onDone={() => done([])} /> : <SetUp onDone={done} />}
    </Card>
  );
}

function SetUp({ onDone }: { readonly onDone: (codes: readonly string[]) => void }) {
  const t = useWords();
  const [otp, setOtp] = useState("");
  const begin = useMutation({ mutationFn: () => post<Enrolment>("/api/auth/otp") });
  const confirm = useMutation({
    mutationFn: () => post<{ recoveryCodes: readonly string[] }>("/api/auth/otp/confirm", { otp: otp.trim() }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const failure = begin.error ?? confirm.error;
  return (
    <div className="stack">
      {failure && <Notice tone="Negative">{wordsFor(failure, t)}</Notice>}
      {begin.data ? (
        <>
          <p>{t("settings.otpSecret")}</p>
          <Suspense>
            <Picture uri={begin.data.uri} />
          </Suspense>
          <div className="codes">{begin.data.secret}</div>
          <div className="row">
            <TextInput value={otp} label={t("settings.otpCode")} placeholder={t("settings.otpCode")} onInput={setOtp} />
            <Button design="Emphasized" disabled={otp.trim() === ""} onPress={() => confirm.mutate()}>
              {t("settings.otpConfirm")}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button onPress={() => begin.mutate()}>{t("settings.otpSetUp")}</Button>
        </div>
      )}
    </div>
  );
}

function TakeOff({ onDone }: { readonly onDone: () => void }) {
  const t = useWords();
  const [password, setPassword] = useState("");
  const [otp, setOtp] = useState("");
  const remove = useMutation({ mutationFn: () => post("/api/auth/otp/remove", { password, otp: otp.trim() }), onSuccess: onDone });
  return (
    <div className="stack">
      {remove.error && <Notice tone="Negative">{wordsFor(remove.error, t)}</Notice>}
      <div className="settings-grid">
        <Labelled label={t("settings.currentPassword")} of="otp-password">
          <TextInput id="otp-password" kind="Password" value={password} label={t("settings.currentPassword")} onInput={setPassword} />
        </Labelled>
        <Labelled label={t("settings.otpCode")} of="otp-code">
          <TextInput id="otp-code" value={otp} label={t("settings.otpCode")} onInput={setOtp} />
        </Labelled>
      </div>
      <div>
        <Button disabled={password === "" || otp === ""} onPress={() => remove.mutate()}>
          {t("settings.otpRemove")}
        </Button>
      </div>
    </div>
  );
}

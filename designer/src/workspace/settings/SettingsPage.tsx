import "./settings.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { interfaceTextsQuery } from "../../data/interfaceTexts.ts";
import { type Preferences, useMe, usePreferences } from "../../data/session.ts";
import { Choice } from "../../render/control/Choice.tsx";
import { Labelled } from "../../render/control/Labelled.tsx";
import { applyLook, type Density, storedLook } from "../../render/control/look.ts";
import { say } from "../../render/control/toast.ts";
import { TextInput } from "../../render/control/TextInput.tsx";
import { useFormats } from "../../render/format/formats.ts";
import { LANGUAGES, useWords } from "../../render/text/text.ts";
import { wordsFor } from "../../render/view/Problem.tsx";
import { useTitle } from "../title.ts";
import { Card } from "./Card.tsx";
import { NotifyCard } from "./NotifyCard.tsx";
import { PasswordCard } from "./PasswordCard.tsx";
import { SecondFactorCard } from "./SecondFactorCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";
import { TokensCard } from "./TokensCard.tsx";

/** What users decide about themselves. */
export function SettingsPage() {
  const t = useWords();
  useTitle(t("settings.title"));
  return (
    <div className="settings">
      <h1>{t("settings.title")}</h1>
      <LookCard />
      <FormatsCard />
      <NotifyCard />
      <PasswordCard />
      <SecondFactorCard />
      <SessionsCard />
      <TokensCard />
    </div>
  );
}

function usePrefer(): (changes: Preferences) => void {
  const t = useWords();
  const { mutate } = usePreferences();
  return (changes) => {
    mutate(changes, {
      onSuccess: () => say(t("settings.saved")),
      onError: (failure) => say(wordsFor(failure, t), { tone: "negative" }),
    });
  };
}

/** What a language is called by those who speak it. */
const nameOf = (tag: string) => new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;

function LookCard() {
  const t = useWords();
  const me = useMe();
  const prefer = usePrefer();
  const [density, setDensity] = useState(storedLook().density);
  const brought = useQuery(interfaceTextsQuery("")).data?.languages ?? [];
  const languages = [{ key: "", title: t("settings.languageBrowser") }, ...Object.entries(LANGUAGES).map(([key, title]) => ({ key, title })), ...brought.filter((tag) => !(tag in LANGUAGES)).map((key) => ({ key, title: nameOf(key) }))];
  const themes = (["auto", "light", "dark"] as const).map((key) => ({ key, title: t(`settings.theme.${key}`) }));
  const densities = (["compact", "cozy"] as const).map((key) => ({ key, title: t(`settings.density.${key}`) }));
  const setLook = (key: string) => {
    setDensity(key as Density);
    void applyLook({ ...storedLook(), density: key as Density });
  };
  return (
    <Card title={t("settings.look")}>
      <div className="settings-grid">
        <Labelled label={t("settings.language")} of="language">
          <Choice id="language" label={t("settings.language")} value={me.locale ?? ""} options={languages} onChange={(locale) => prefer({ locale })} />
        </Labelled>
        <Labelled label={t("settings.theme")} of="theme">
          <Choice id="theme" label={t("settings.theme")} value={me.theme ?? "auto"} options={themes} onChange={(theme) => prefer({ theme })} />
        </Labelled>
        <Labelled label={t("settings.density")} of="density">
          <Choice id="density" label={t("settings.density")} value={density} options={densities} onChange={setLook} />
        </Labelled>
      </div>
    </Card>
  );
}

const DATES = ["dd/MM/yyyy", "dd.MM.yyyy", "MM/dd/yyyy", "yyyy-MM-dd"];
const NUMBERS = { space_comma: "1 234,56", dot_comma: "1.234,56", comma_dot: "1,234.56", apostrophe_dot: "1’234.56" };

function FormatsCard() {
  const t = useWords();
  const me = useMe();
  const prefer = usePrefer();
  const formats = useFormats();
  const [home, setHome] = useState(me.homePage ?? "");
  const usual = { key: "", title: t("settings.asLanguage") };
  // The browser lists one name of each zone; the user may have another.
  const zones = [...new Set(["UTC", formats.preferred.zone, ...Intl.supportedValuesOf("timeZone")])].sort().map((key) => ({ key, title: key.replaceAll("_", " ") }));
  const dates = [usual, ...DATES.map((key) => ({ key, title: key }))];
  const numbers = [usual, ...Object.entries(NUMBERS).map(([key, title]) => ({ key, title }))];
  return (
    <Card title={t("settings.formats")}>
      <div className="settings-grid">
        <Labelled label={t("settings.timeZone")} of="zone">
          <Choice id="zone" label={t("settings.timeZone")} value={formats.preferred.zone} options={zones} onChange={(timeZone) => prefer({ timeZone })} />
        </Labelled>
        <Labelled label={t("settings.dateFormat")} of="dates">
          <Choice id="dates" label={t("settings.dateFormat")} value={me.dateFormat ?? ""} options={dates} onChange={(dateFormat) => prefer({ dateFormat })} />
        </Labelled>
        <Labelled label={t("settings.numberFormat")} of="numbers">
          <Choice id="numbers" label={t("settings.numberFormat")} value={me.numberFormat ?? ""} options={numbers} onChange={(numberFormat) => prefer({ numberFormat })} />
        </Labelled>
        <Labelled label={t("settings.homePage")} of="home" help={t("settings.homePageHelp")}>
          <TextInput id="home" value={home} label={t("settings.homePage")} onInput={setHome} onCommit={(homePage) => prefer({ homePage })} />
        </Labelled>
      </div>
    </Card>
  );
}

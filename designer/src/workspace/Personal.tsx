import { type ReactNode, useEffect, useMemo, useState } from "react";
import { Refusal, Unreachable } from "../data/client.ts";
import { interfaceTextsQuery } from "../data/interfaceTexts.ts";
import { keeper } from "../data/keeper.ts";
import { useMeOrNobody, usePreferences } from "../data/session.ts";
import { applyLook, storedLook, type Theme } from "../render/control/look.ts";
import { FormatsContext, formatsFor } from "../render/format/formats.ts";
import { loadTexts, Texts } from "../render/text/text.ts";

/** Where the texts cannot be had, the screens speak English. */
const broughtIn = async (locale: string) => {
  try {
    return (await keeper.fetchQuery(interfaceTextsQuery(locale))).texts;
  } catch (refused) {
    if (refused instanceof Refusal || refused instanceof Unreachable) return {};
    throw refused;
  }
};

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** What the engine says of people who chose no time zone. */
const NO_ZONE = "Z";

/** Language, look and formats of whoever is there. */
export function Personal({ children }: { readonly children: ReactNode }) {
  const me = useMeOrNobody().data;
  const stored = storedLook();
  const locale = me?.locale ?? stored.language;
  const theme = (me?.theme as Theme | null | undefined) ?? stored.theme;
  const [shown, setShown] = useState<string | null>(null);
  useOwnZone(me?.timeZone);
  useEffect(() => {
    let current = true;
    void Promise.all([loadTexts(locale, broughtIn), applyLook({ ...storedLook(), language: locale, theme })]).then(() => {
      if (current) setShown(locale);
    });
    return () => {
      current = false;
    };
  }, [locale, theme]);
  const formats = useMemo(() => {
    const zone = me?.timeZone && me.timeZone !== NO_ZONE ? me.timeZone : browserZone;
    return formatsFor({ locale, zone, datePattern: me?.dateFormat ?? undefined, numberStyle: me?.numberFormat ?? undefined });
  }, [locale, me?.timeZone, me?.dateFormat, me?.numberFormat]);
  if (shown === null) return null;
  return (
    <Texts locale={shown}>
      <FormatsContext value={formats}>{children}</FormatsContext>
    </Texts>
  );
}

/** Whoever has chosen no time zone has the one of his browser, so that his days begin when his clock says. */
function useOwnZone(zone: string | null | undefined): void {
  const { mutate, isIdle } = usePreferences();
  useEffect(() => {
    if (zone === NO_ZONE && isIdle) mutate({ timeZone: browserZone });
  }, [zone, isIdle, mutate]);
}

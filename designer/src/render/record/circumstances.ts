import { useMemo } from "react";
import { useMe } from "../../data/session.ts";
import type { Circumstances as Where } from "../expression/evaluate.ts";
import { Moment } from "../expression/value.ts";
import { useFormats } from "../format/formats.ts";

export type Circumstances = Where;

/** Who looks, and when; the clock is read once a screen. */
export function useCircumstances(): Circumstances {
  const me = useMe();
  const { zone } = useFormats().preferred;
  return useMemo(() => {
    return {
      now: new Moment(BigInt(Date.now()) * 1000n),
      zone,
      values: {
        "user.id": me.id,
        "user.name": me.name,
        "user.username": me.username,
        "user.teams": me.teams,
        "user.roles": me.roles,
        "user.groups": me.groups,
        company: me.company,
      },
    };
  }, [me, zone]);
}

import { useSuspenseQuery } from "@tanstack/react-query";
import type { Company } from "../../contract/workplace.ts";
import type { Entity } from "../../contract/screen.ts";
import { companiesQuery } from "../../data/workplaces.ts";
import { quote } from "../../render/condition/condition.ts";
import { useKept } from "../../render/control/kept.ts";

/** What is shown of records that belong to companies. */
export interface Scope {
  readonly name: string;
  /** Holds for the records of the company, of those below it, and of none. */
  readonly filter: string;
}

/** Whether records of all companies show, whichever the user works in. */
export const useEveryCompany = () => useKept("armature.everyCompany", false);

/** Where a user has several companies: the one whose records show. */
export function useScope(entity: Pick<Entity, "features" | "fields"> | undefined): Scope | undefined {
  const companies = useSuspenseQuery(companiesQuery).data;
  const [every] = useEveryCompany();
  return every || !entity?.features.company || !entity.fields["company"] ? undefined : scopeOf(companies);
}

export function scopeOf(companies: readonly Company[]): Scope | undefined {
  const current = companies.find((company) => company.current);
  if (!current || companies.length < 2) return undefined;
  const ids = withThoseBelow(current, companies).map(({ id }) => `company == ${quote(id)}`);
  return { name: current.name, filter: ["company == null", ...ids].join(" || ") };
}

function withThoseBelow(company: Company, all: readonly Company[], above: readonly string[] = []): readonly Company[] {
  const below = all.filter(({ id, parent }) => parent === company.id && !above.includes(id));
  return [company, ...below.flatMap((each) => withThoseBelow(each, all, [...above, company.id]))];
}

/** Companies as a tree reads: each below the one it belongs to, and how deep. */
export function inOrder(companies: readonly Company[]): readonly { readonly company: Company; readonly depth: number }[] {
  const known = new Set(companies.map(({ id }) => id));
  const from = (parent: string | null, depth: number, seen: ReadonlySet<string>): readonly { readonly company: Company; readonly depth: number }[] => {
    const here = companies.filter((each) => (each.parent && known.has(each.parent) ? each.parent : null) === parent && !seen.has(each.id));
    return here.flatMap((company) => [{ company, depth }, ...from(company.id, depth + 1, new Set([...seen, company.id]))]);
  };
  return from(null, 0, new Set());
}

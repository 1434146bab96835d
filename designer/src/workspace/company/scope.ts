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

type Scoped = Pick<Entity, "features" | "fields">;

/** Where a user has several companies: the one whose records show. */
export function useScope(entity: Scoped | undefined): Scope | undefined {
  const { company, companies } = useCompany(entity, undefined);
  return scopeOf(companies, company);
}

/** In an address: the records of all companies. */
export const EVERY = "-";

/**
 * The same where the address says of which company, so that a link shows others what one sees.
 *
 * @returns what the address should say; undefined where there is nothing to choose
 */
export function useScopeOf(entity: Scoped, said: string | undefined): { readonly scope: Scope | undefined; readonly said: string | undefined } {
  const { company, companies } = useCompany(entity, said);
  const isChosen = companies.length > 1 && companies.some(({ current }) => current);
  return { scope: scopeOf(companies, company), said: isChosen ? (company?.id ?? EVERY) : undefined };
}

const NONE: readonly Company[] = [];

function useCompany(entity: Scoped | undefined, said: string | undefined): { readonly company: Company | undefined; readonly companies: readonly Company[] } {
  const all = useSuspenseQuery(companiesQuery).data;
  const [every] = useEveryCompany();
  const companies = entity?.features.company && entity.fields["company"] ? all : NONE;
  const own = companies.find(({ current }) => current);
  if (!own || said === EVERY) return { company: undefined, companies };
  // One that the user does not have, from the link of somebody else, is no choice of his.
  const named = companies.find(({ id }) => id === said);
  return { company: named ?? (every ? undefined : own), companies };
}

export function scopeOf(companies: readonly Company[], company: Company | undefined): Scope | undefined {
  if (!company || companies.length < 2) return undefined;
  const ids = withThoseBelow(company, companies).map(({ id }) => `company == ${quote(id)}`);
  return { name: company.name, filter: ["company == null", ...ids].join(" || ") };
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

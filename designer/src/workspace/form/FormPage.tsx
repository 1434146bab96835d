import "./formPage.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useMemo } from "react";
import type { Entry } from "../../contract/record.ts";
import { keeper } from "../../data/keeper.ts";
import { ready } from "../../data/ready.ts";
import { recordQuery } from "../../data/records.ts";
import { entityQuery, screenQuery, useEntity, useScreen } from "../../data/screens.ts";
import { companiesQuery } from "../../data/workplaces.ts";
import { defaultsOf } from "../../render/form/compute.ts";
import { neededOf, placedIn } from "../../render/form/needed.ts";
import { useCircumstances } from "../../render/record/circumstances.ts";
import { preload } from "../../render/widget/registry.ts";
import { formRoute } from "../router.tsx";
import { Waiting } from "../Waiting.tsx";
import { RecordForm } from "./RecordForm.tsx";

/** Brings all that a form begins with. */
export async function prepare(entityName: string, id: string): Promise<void> {
  const [entity, screen] = [entityQuery(entityName), screenQuery(entityName, "form")];
  await Promise.all([ready(entity), ready(screen), ready(companiesQuery)]);
  const [about, form] = [keeper.getQueryData(entity.queryKey), keeper.getQueryData(screen.queryKey)];
  if (!about || !form) return;
  const placed = placedIn(form.tabs?.slice(0, 1) ?? []).flatMap(({ field }) => form.fields[field] ?? about.fields[field] ?? []);
  await Promise.all([preload(placed), id === "new" ? undefined : ready(recordQuery(entityName, id, neededOf(form, about.fields)))]);
}

/** One record: looked at, changed, or made. */
export function FormPage() {
  const { pack, entity, id } = formRoute.useParams();
  const { copy, with: given } = formRoute.useSearch();
  return (
    <Suspense fallback={<Waiting />} key={`${pack}.${entity}/${id}`}>
      {id === "new" ? <NewRecord entityName={`${pack}.${entity}`} copy={copy} given={given} /> : <ExistingRecord entityName={`${pack}.${entity}`} id={id} />}
    </Suspense>
  );
}

function useForm(entityName: string) {
  const entity = useEntity(entityName);
  const screen = useScreen(entityName, "form");
  const needed = useMemo(() => neededOf(screen, entity.fields), [screen, entity]);
  return { entity, screen, needed };
}

function ExistingRecord({ entityName, id }: { readonly entityName: string; readonly id: string }) {
  const { entity, screen, needed } = useForm(entityName);
  const { record } = useSuspenseQuery(recordQuery(entityName, id, needed)).data;
  return <RecordForm entity={entity} screen={screen} id={id} saved={record} />;
}

/** What a copy does not take along. */
const OWN = ["id", "version", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "external_id", "owner"];

function NewRecord({ entityName, copy, given }: { readonly entityName: string; readonly copy: string | undefined; readonly given: string | undefined }) {
  const { entity, screen, needed } = useForm(entityName);
  const where = useCircumstances();
  const start = useMemo<Entry>(() => ({ ...defaultsOf({ ...entity.fields, ...screen.fields }, where), ...(given ? (JSON.parse(given) as Entry) : {}) }), [entity, screen, where, given]);
  return copy ? <CopiedRecord entityName={entityName} copy={copy} start={start} needed={needed} /> : <RecordForm entity={entity} screen={screen} id="new" saved={start} />;
}

function CopiedRecord({ entityName, copy, start, needed }: { readonly entityName: string; readonly copy: string; readonly start: Entry; readonly needed: readonly string[] }) {
  const entity = useEntity(entityName);
  const screen = useScreen(entityName, "form");
  const { record } = useSuspenseQuery(recordQuery(entityName, copy, needed)).data;
  const fields = { ...entity.fields, ...screen.fields };
  const taken = useMemo(() => {
    const kept = Object.entries(record).filter(([name]) => !OWN.includes(name) && !fields[name]?.unique && !fields[name]?.formula && fields[name]?.readOnly !== true);
    const lines = kept.map(([name, value]) => [name, Array.isArray(value) && fields[name]?.fields ? value.map((line) => ({ ...(line as Entry), id: null })) : value] as const);
    return { ...start, ...Object.fromEntries(lines) } as Entry;
    // The record as it was when the copy was made.
    // eslint-disable-next-line
  }, [record]);
  return <RecordForm entity={entity} screen={screen} id="new" saved={taken} />;
}

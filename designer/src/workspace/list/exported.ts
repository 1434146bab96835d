import type { Entity, Screen } from "../../contract/screen.ts";

/** What an export holds: the columns that show, links by the name of their record; undefined where none show. */
export function exportedFields(entity: Entity, screen: Screen, chosen: readonly string[] | undefined): string | undefined {
  const paths = chosen ?? (screen.columns ?? []).filter(({ visible }) => visible !== false).map(({ field }) => field);
  const whole = paths.map((path) => {
    const field = screen.fields[path] ?? entity.fields[path];
    const isOne = field?.type === "link" || field?.type === "user";
    return isOne && field?.to?.label ? `${path}.${field.to.label}` : path;
  });
  return whole.length === 0 ? undefined : [...new Set(whole)].map(nested).join();
}

/** `customer.country.name` as a request writes it: `customer(country(name))`. */
function nested(path: string): string {
  const [name = "", ...rest] = path.split(".");
  return rest.length === 0 ? name : `${name}(${nested(rest.join("."))})`;
}

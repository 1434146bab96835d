import type { Entity, Screen } from "../../contract/screen.ts";

/** Whether what is exported names its records by itself. */
const isNamed = (entity: Entity, paths: readonly string[]) =>
  paths.some((path) => path === "id" || entity.fields[path]?.unique === true) || (entity.key.length > 0 && entity.key.every((name) => paths.includes(name)));

/**
 * What an export holds: the columns that show, links by the name of their record; undefined where none show. Where nothing of
 * that names a record, its id comes last, so that the file can come back and change what it came from; paper does not.
 */
export function exportedFields(entity: Entity, screen: Screen, chosen: readonly string[] | undefined, comesBack = true): string | undefined {
  const paths = chosen ?? (screen.columns ?? []).filter(({ visible }) => visible !== false).map(({ field }) => field);
  const whole = paths.map((path) => {
    const field = screen.fields[path] ?? entity.fields[path];
    const isOne = field?.type === "link" || field?.type === "user";
    return isOne && field?.to?.label ? `${path}.${field.to.label}` : path;
  });
  return whole.length === 0 ? undefined : [...new Set(!comesBack || isNamed(entity, paths) ? whole : [...whole, "id"])].map(nested).join();
}

/** `customer.country.name` as a request writes it: `customer(country(name))`. */
function nested(path: string): string {
  const [name = "", ...rest] = path.split(".");
  return rest.length === 0 ? name : `${name}(${nested(rest.join("."))})`;
}

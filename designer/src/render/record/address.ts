import { base } from "../../data/client.ts";

/** Where a record is shown. */
export const linkHref = (entity: string, id: string) => `${base}/${entity.replace(".", "/")}/${id}`;

/** Back to the list as it was left: its filters stand in the address of the form that was opened from it. */
export function backTo(pack: string, entity: string) {
  const from = new URLSearchParams(location.search).get("from") ?? "";
  return { to: "/$pack/$entity" as const, params: { pack, entity }, search: Object.fromEntries(new URLSearchParams(from)) };
}

/** The same way back for the form that comes next. */
export function sameWayBack(): { readonly from?: string } {
  const from = new URLSearchParams(location.search).get("from");
  return from ? { from } : {};
}

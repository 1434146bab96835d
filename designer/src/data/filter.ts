/** Both conditions at once, either of them absent. */
export function both(one: string | undefined, other: string | undefined): string | undefined {
  const given = [one, other].filter((each): each is string => each !== undefined && each.trim() !== "");
  return given.length > 1 ? given.map((each) => `(${each})`).join(" && ") : given[0];
}

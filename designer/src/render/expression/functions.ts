import { dateFunctions } from "./dateFunctions.ts";
import { numberFunctions } from "./numberFunctions.ts";
import { textFunctions } from "./textFunctions.ts";
import { compare, type Known, type Value } from "./value.ts";

/** What one function computes of values that are not null; `zone` is the name of the time zone. */
export type Run = (values: readonly Known[], zone: string) => Value;

const ORDERED = ["integer", "decimal", "text", "date", "time", "dateTime", "duration", "boolean"];

function comparisons(): Record<string, Run> {
  const tests: Record<string, (order: number) => boolean> = {
    less: (order) => order < 0,
    lessOrEqual: (order) => order <= 0,
    greater: (order) => order > 0,
    greaterOrEqual: (order) => order >= 0,
  };
  const all: Record<string, Run> = {};
  for (const type of ORDERED) {
    for (const [name, test] of Object.entries(tests)) {
      all[`${name}.${type}`] = ([left, right]) => test(compare(left as Known, right as Known));
    }
    all[`min.${type}`] = ([left, right]) => (compare(left as Known, right as Known) <= 0 ? left : right) as Known;
    all[`max.${type}`] = ([left, right]) => (compare(left as Known, right as Known) >= 0 ? left : right) as Known;
  }
  return all;
}

export const functions: Readonly<Record<string, Run>> = {
  ...comparisons(),
  ...numberFunctions,
  ...textFunctions,
  ...dateFunctions,
};


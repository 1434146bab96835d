import Big from "big.js";
import type { Run } from "./functions.ts";
import type { Known, Value } from "./value.ts";

/** Digits of a computed decimal before the point (more is null), and as many after it (more are rounded). */
const DIGITS = 1_000;
const FIELD_DIGITS = 100n;
const DIVISION_SCALE = 20;
const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

const Quotient = Big();
Quotient.DP = DIVISION_SCALE;
Quotient.RM = 1;

/** The number if it is a whole number of 64 bits, else null. */
export const whole = (number: bigint): bigint | null => (number < SMALLEST || number > LARGEST ? null : number);

export function limited(number: Big): Big | null {
  if (number.eq(0)) return number;
  if (number.e + 1 > DIGITS) return null;
  return number.c.length - number.e - 1 > DIGITS ? number.round(DIGITS, 1) : number;
}

/** The quotient, rounded half up; null when divided by zero. */
export function divide(dividend: Big, divisor: Big): Big | null {
  return divisor.eq(0) ? null : limited(new Big(new Quotient(dividend).div(divisor)));
}

const truncated = (number: Big) => number.round(0, 0);

function floor(number: Big): Big {
  const cut = truncated(number);
  return cut.gt(number) ? cut.minus(1) : cut;
}

const integers = (run: (left: bigint, right: bigint) => bigint | null): Run => {
  return ([left, right]) => run(left as bigint, right as bigint);
};
const decimals = (run: (left: Big, right: Big) => Big | null): Run => {
  return ([left, right]) => run(left as Big, right as Big);
};
const decimal = (run: (number: Big) => Value): Run => {
  return ([number]) => run(number as Big);
};

export const numberFunctions: Readonly<Record<string, Run>> = {
  "add.integer": integers((left, right) => whole(left + right)),
  "add.decimal": decimals((left, right) => left.plus(right)),
  "subtract.integer": integers((left, right) => whole(left - right)),
  "subtract.decimal": decimals((left, right) => left.minus(right)),
  "multiply.integer": integers((left, right) => whole(left * right)),
  "multiply.decimal": decimals((left, right) => limited(left.times(right))),
  "divide.decimal": decimals(divide),
  "remainder.integer": integers((left, right) => (right === 0n ? null : whole(left % right))),
  "remainder.decimal": decimals((left, right) => (right.eq(0) ? null : left.mod(right))),
  "negate.integer": ([number]) => whole(-(number as bigint)),
  "negate.decimal": decimal((number) => number.neg()),
  "abs.integer": ([number]) => whole((number as bigint) < 0n ? -(number as bigint) : (number as bigint)),
  "abs.decimal": decimal((number) => number.abs()),
  "floor.decimal": decimal(floor),
  "ceil.decimal": decimal((number) => floor(number.neg()).neg()),
  "round.decimal": decimal((number) => number.round(0, 1)),
  "round.digits": ([number, digits]) => round(number as Big, digits as bigint),
  "int.integer": ([number]) => number as Known,
  "int.decimal": decimal((number) => whole(BigInt(truncated(number).toFixed()))),
  "decimal.integer": ([number]) => new Big(String(number)),
};

/** Rounded half away from zero; null when the digits are out of reach. */
function round(number: Big, digits: bigint): Big | null {
  return digits > FIELD_DIGITS || digits < -FIELD_DIGITS ? null : number.round(Number(digits), 1);
}

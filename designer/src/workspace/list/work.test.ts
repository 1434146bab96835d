import { expect, it } from "vitest";
import { Refusal } from "../../data/client.ts";
import { eachAlone, together } from "./work.ts";

const refusal = new Refusal({ status: 422, code: "AR-410", title: "No" });
const ids = Array.from({ length: 450 }, (_, index) => `${index}`);

it("does many at once, two hundred in a request, and tells how far it is", async () => {
  const sizes: number[] = [];
  const told: number[] = [];
  const outcomes = await together(ids, async (part) => sizes.push(part.length), (count) => told.push(count));
  expect(sizes).toEqual([200, 200, 50]);
  expect(told).toEqual([200, 400, 450]);
  expect(outcomes).toEqual(ids.map((id) => ({ id })));
});

it("does the others when one of many is refused", async () => {
  const done = new Set<string>();
  const outcomes = await together(
    ids,
    async (part) => {
      if (part.includes("7")) throw refusal;
      for (const id of part) done.add(id);
    },
    () => undefined,
  );
  expect(outcomes.filter(({ refused }) => refused)).toEqual([{ id: "7", refused: refusal }]);
  expect(done.size).toBe(449);
});

it("stops where nobody answers, rather than saying that all was refused", async () => {
  await expect(eachAlone(["1", "2"], () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
});

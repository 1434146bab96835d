import { expect, it } from "vitest";
import type { Step } from "../../../data/steps.ts";
import { stepTo } from "./move.ts";

const step = (name: string, to: string, allowed: boolean, field = "status"): Step => ({ name, title: name, field, to, toTitle: to, allowed, reasons: [], comment: "optional", workflow: "order", from: "new", fields: [] });

it.each([
  ["the step that leads there", [step("win", "won", true), step("lose", "lost", true)], "won", "win"],
  ["one that may be taken before one that may not", [step("win", "won", false), step("force", "won", true)], "won", "force"],
  ["one that may not, for its reasons", [step("win", "won", false)], "won", "win"],
  ["none of another field", [step("win", "won", true, "stage")], "won", undefined],
  ["none where no step leads there", [step("win", "won", true)], "open", undefined],
])("takes %s", (_, steps, state, name) => {
  expect(stepTo(steps, "status", state)?.name).toBe(name);
});

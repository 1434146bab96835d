import { expect, it } from "vitest";
import type { Workflow } from "../../../contract/screen.ts";
import { agreedOn, takenOf } from "./taken.ts";

const state = (title: string) => ({ title, final: false, readOnly: [], required: [] });
const order: Workflow = {
  name: "order",
  field: "status",
  initial: "draft",
  states: { draft: state("Brouillon"), sent: state("Envoyée") },
  transitions: { send: { title: "Envoyer", from: ["draft"], to: "sent", comment: "optional" } },
};
const move = { workflow: "order", transition: "send", from: "draft", to: "sent" };

it.each([
  ["a step, in the words of its workflow", { action: "transition", details: move }, [{ step: "Envoyer", from: "Brouillon", to: "Envoyée", field: "status" }]],
  ["a step that is not there any more, by its name", { action: "transition", details: { ...move, transition: "post_it", to: "posted" } }, [{ step: "Post it", from: "Brouillon", to: "Posted", field: "status" }]],
  ["what followed from it", { action: "transition", details: { ...move, also: [{ workflow: "gone", transition: "go", from: "a", to: "b" }] } }, [{ step: "Envoyer", from: "Brouillon", to: "Envoyée", field: "status" }, { step: "Go", from: "A", to: "B", field: undefined }]],
  ["nothing of a change", { action: "update", details: null }, []],
])("tells %s", (_, change, taken) => {
  expect(takenOf(change, [order])).toEqual(taken);
});

it("tells on which step somebody agreed", () => {
  expect(agreedOn({ action: "approval_given", details: { workflow: "order", transition: "send" } }, [order])).toBe("Envoyer");
  expect(agreedOn({ action: "update", details: null }, [order])).toBeNull();
});

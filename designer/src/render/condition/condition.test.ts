import { describe, expect, it } from "vitest";
import type { Field, Fields } from "../../contract/screen.ts";
import { type Conditions, conditionsOf, expressionOf } from "./condition.ts";

const field = (type: string, more: Partial<Field> = {}): Field => ({ title: type, type, widget: type, required: false, readOnly: false, ...more });
const fields: Fields = {
  name: field("text"),
  amount: field("money"),
  due: field("date"),
  at: field("dateTime"),
  status: field("choice", { options: [{ key: "open", title: "Open" }] }),
  done: field("boolean"),
  tags: field("links", { to: { entity: "core.tag", label: "name" } }),
  days: field("choices"),
  owner: field("user"),
};
const is = (name: string, value: string) => ({ field: name, operator: "is" as const, value });

describe("conditions", () => {
  it.each<[string, Conditions]>([
    ["name == 'it\\'s'", { connective: "all", items: [is("name", "it's")] }],
    ["amount >= 10.50", { connective: "all", items: [{ field: "amount", operator: "atLeast", value: "10.50" }] }],
    ["status in ['open', 'won']", { connective: "all", items: [{ field: "status", operator: "oneOf", value: ["open", "won"] }] }],
    ["owner in ['7', '9']", { connective: "all", items: [{ field: "owner", operator: "oneOf", value: ["7", "9"] }] }],
    ["'7' in tags && !isSet(days)", { connective: "all", items: [{ field: "tags", operator: "has", value: "7" }, { field: "days", operator: "isEmpty", value: "" }] }],
    ["date(at) == today() || done == true", { connective: "any", items: [{ field: "at", operator: "today", value: "" }, { field: "done", operator: "isTrue", value: "" }] }],
    ["status == 'open' && (owner == user.id || due <= '2026-01-31')", { connective: "all", items: [is("status", "open"), { connective: "any", items: [{ field: "owner", operator: "isMe", value: "" }, { field: "due", operator: "atMost", value: "2026-01-31" }] }] }],
    ["(name == 'a' && amount == 1) || (name == 'b' && amount == 2)", { connective: "any", items: [{ connective: "all", items: [is("name", "a"), is("amount", "1")] }, { connective: "all", items: [is("name", "b"), is("amount", "2")] }] }],
  ])("are read from %s and written as it", (text, conditions) => {
    expect(conditionsOf(text, fields)).toEqual(conditions);
    expect(expressionOf(conditions, fields)).toBe(text);
  });

  it.each(["size(lines) > 2", "name == 'a' && amount * 2 > 3", "(name == 'a' || upper(name) == 'B') && done == true"])("keep the meaning of %s, which nobody built with them", (text) => {
    expect(expressionOf(conditionsOf(text, fields), fields).replace(/[()]/g, "")).toBe(text.replace(/[()]/g, ""));
  });

  it("leave out what is not complete, with the group that it was alone in", () => {
    expect(expressionOf({ connective: "all", items: [is("name", ""), { connective: "any", items: [is("name", "")] }, is("amount", "1")] }, fields)).toBe("amount == 1");
    expect(expressionOf({ connective: "all", items: [is("amount", "1"), { connective: "any", items: [is("name", "a"), is("name", "")] }] }, fields)).toBe("amount == 1 && name == 'a'");
  });

  it("are not confused by brackets and signs in quotes", () => {
    expect(conditionsOf("name == '(a && b)' && amount == 1", fields).items).toHaveLength(2);
  });
});

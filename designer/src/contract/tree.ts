import type { components } from "./generated/answers.ts";

type Schemas = components["schemas"];

/** The typed tree of an expression as the engine writes it: a node is told by its first property. */
export type Tree = Schemas["Tree"];

export type Literal = Schemas["TreeLiteral"];

export type Nothing = Schemas["TreeNothing"];

/** Members through links; base 0 is the innermost row, 1 the record around it. */
export type Path = Schemas["TreePath"];

/** A value of the moment: `now`, `today`, `user.id`, `company`. */
export type Context = Schemas["TreeContext"];

export type Call = Schemas["TreeCall"];

export type Choice = Schemas["TreeChoice"];

export type Items = Schemas["TreeItems"];

export type Aggregate = Schemas["TreeAggregate"];

/** A rule of a screen: always, never, or a condition. */
export type Rule = Schemas["TreeRule"];

/** Every path of a tree that begins at the record itself, however deep in aggregates it stands. */
export function pathsOf(tree: Tree, depth = 0): readonly (readonly string[])[] {
  if ("path" in tree) return tree.base === depth ? [tree.path] : [];
  if ("call" in tree) return tree.arguments.flatMap((argument) => pathsOf(argument, depth));
  if ("if" in tree) return [tree.if, tree.then, tree.else].flatMap((part) => pathsOf(part, depth));
  if ("items" in tree) return tree.items.flatMap((item) => pathsOf(item, depth));
  if ("aggregate" in tree) {
    const inner = pathsOf(tree.body, 0).map((path) => [...tree.rows.path, ...path]);
    const rows = tree.rows.base === depth ? [tree.rows.path, ...inner] : [];
    return [...rows, ...pathsOf(tree.body, depth + 1)];
  }
  return [];
}

/** The typed tree of an expression as the engine writes it: a node is told by its first property. */
export type Tree = Literal | Nothing | Path | Context | Call | Choice | Items | Aggregate;

export interface Literal {
  readonly literal: string | boolean;
  readonly type: string;
}

export interface Nothing {
  readonly null: true;
}

/** Members through links; base 0 is the innermost row, 1 the record around it. */
export interface Path {
  readonly path: readonly string[];
  readonly base: number;
  readonly type: string;
}

/** A value of the moment: `now`, `today`, `user.id`, `company`. */
export interface Context {
  readonly context: string;
  readonly type: string;
}

export interface Call {
  readonly call: string;
  readonly arguments: readonly Tree[];
  readonly type: string;
}

export interface Choice {
  readonly if: Tree;
  readonly then: Tree;
  readonly else: Tree;
  readonly type: string;
}

export interface Items {
  readonly items: readonly Tree[];
  readonly type: string;
}

export interface Aggregate {
  readonly aggregate: string;
  readonly rows: Path;
  readonly body: Tree;
  readonly type: string;
}

/** A rule of a screen: always, never, or a condition. */
export type Rule = boolean | Tree;

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

import { useEffect, useState } from "react";
import address from "virtual:icons";

type Shapes = Readonly<Record<string, string>>;

let shapes: Shapes | undefined;
let loading: Promise<void> | undefined;

function load(): Promise<void> {
  loading ??= fetch(address)
    .then((answer) => answer.json())
    .then((read: Shapes) => {
      shapes = read;
    });
  return loading;
}

interface Props {
  readonly name: string | undefined;
  readonly size?: number;
  /** Points onwards, which is to the left where one reads from the right. */
  readonly turns?: boolean;
}

/** An icon that a definition names. Its place is kept while the shapes come. */
export function Glyph({ name, size = 16, turns = false }: Props) {
  const [, show] = useState(shapes !== undefined);
  useEffect(() => {
    if (!shapes) void load().then(() => show(true));
  }, []);
  const path = (name && shapes?.[name]) ?? shapes?.["document"];
  return (
    <svg className={turns ? "glyph glyph-turns" : "glyph"} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {path && <path d={path} fill="currentColor" />}
    </svg>
  );
}

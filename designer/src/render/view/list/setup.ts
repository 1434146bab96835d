/** How the columns of a list look. */
export interface Setup {
  readonly widths: Readonly<Record<string, number>>;
  /** How many columns stay while the others are scrolled. */
  readonly frozen: number;
}

export const USUAL: Setup = { widths: {}, frozen: 1 };

/** Written for an address: how many columns stand still, then the widths that were changed: `1;name:320,code:90`. */
export function writeLook({ widths, frozen }: Setup): string {
  const changed = Object.entries(widths).map(([path, width]) => `${path}:${width}`);
  return [String(frozen), ...(changed.length > 0 ? [changed.join()] : [])].join(";");
}

const WIDTH = /^([a-z][a-z0-9_.]*):(\d{1,4})$/;

/** Reads an address; what is not understood counts as not said. */
export function readLook(text: string): Setup {
  const [frozen = "", widths = ""] = text.split(";");
  const read = widths.split(",").flatMap((each) => {
    const [, path, width] = WIDTH.exec(each) ?? [];
    return path && width ? [[path, Number(width)] as const] : [];
  });
  return { widths: Object.fromEntries(read), frozen: /^\d{1,2}$/.test(frozen) ? Number(frozen) : USUAL.frozen };
}

import type { Plugin } from "vite";

const OWN = /@fontsource-variable\/.*\.css/;

/** The letters that nearly every page begins with. */
const FIRST = /inter-latin-wght-normal.*\.woff2$/;

/**
 * Nothing jumps when a font comes late: what was begun in the system's letters stays in them until the next page. The font is asked for
 * before the script that needs it, so that it is seldom late.
 */
export function fonts(): Plugin {
  return {
    name: "fonts",
    enforce: "pre",
    transform: (code, id) => (OWN.test(id) ? code.replaceAll("font-display: swap", "font-display: optional") : null),
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => FIRST.test(name))
          .map((name) => ({ tag: "link", attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `/${name}` }, injectTo: "head-prepend" as const })),
    },
  };
}

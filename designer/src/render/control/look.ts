import { setLanguage } from "@ui5/webcomponents-base/dist/config/Language.js";
import { setTheme } from "@ui5/webcomponents-base/dist/config/Theme.js";
import applyDirection from "@ui5/webcomponents-base/dist/locale/applyDirection.js";

export type Theme = "light" | "dark" | "auto";
export type Density = "compact" | "cozy";

/** How the whole page looks; kept in the browser so that the first paint is right already. */
export interface Look {
  readonly language: string;
  readonly theme: Theme;
  readonly density: Density;
}

const KEPT = "armature.look";
const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];
const darkPreferred = matchMedia("(prefers-color-scheme: dark)");
const more = matchMedia("(prefers-contrast: more)");

export function storedLook(): Look {
  const usual: Look = { language: navigator.language, theme: "auto", density: "compact" };
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Partial<Look>) };
  } catch (unreadable) {
    if (unreadable instanceof SyntaxError) return usual;
    throw unreadable;
  }
}

export const isDark = (theme: Theme) => theme === "dark" || (theme === "auto" && darkPreferred.matches);
export const isRightToLeft = (language: string) => RIGHT_TO_LEFT.includes(language.split("-")[0] ?? "");

let current: Look | undefined;

/** Makes the page look so, and remembers it; resolves when it is painted. */
export async function applyLook(look: Look): Promise<void> {
  current = look;
  localStorage.setItem(KEPT, JSON.stringify(look));
  const { documentElement: page, body } = document;
  const dark = isDark(look.theme);
  page.lang = look.language;
  page.dir = isRightToLeft(look.language) ? "rtl" : "ltr";
  page.dataset["theme"] = dark ? "dark" : "light";
  page.style.colorScheme = dark ? "dark" : "light";
  body.toggleAttribute("data-ui5-compact-size", look.density === "compact");
  body.dataset["density"] = look.density;
  await Promise.all([setTheme(themeName(dark)), setLanguage(look.language.replace("-", "_"))]);
  await applyDirection();
}

const themeName = (dark: boolean) => (more.matches ? (dark ? "sap_horizon_hcb" : "sap_horizon_hcw") : dark ? "sap_horizon_dark" : "sap_horizon");

for (const preference of [darkPreferred, more]) {
  preference.addEventListener("change", () => current && void applyLook(current));
}

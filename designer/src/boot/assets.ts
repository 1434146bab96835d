import { registerI18nLoader } from "@ui5/webcomponents-base/dist/asset-registries/i18n.js";
import { registerLocaleDataLoader } from "@ui5/webcomponents-base/dist/asset-registries/LocaleData.js";
import { registerThemePropertiesLoader } from "@ui5/webcomponents-base/dist/asset-registries/Themes.js";

/** Gives the address of a file of data. */
type Address = () => Promise<string>;

/** Fetched as data, which is neither parsed nor run as a script. */
const read = (address: Address) => async () => (await fetch(await address())).json() as Promise<never>;

/** The themes, and where their variables apply. */
const themes = [
  [
    "@ui5/webcomponents-theming",
    "root",
    import.meta.glob<string>("/node_modules/@ui5/webcomponents-theming/dist/generated/assets/themes/sap_horizon{,_dark,_hcb,_hcw}/parameters-bundle.css.json", { query: "?url", import: "default" }),
  ],
  [
    "@ui5/webcomponents",
    "host",
    import.meta.glob<string>("/node_modules/@ui5/webcomponents/dist/generated/assets/themes/sap_horizon{,_dark,_hcb,_hcw}/parameters-bundle.css.json", { query: "?url", import: "default" }),
  ],
] as const;

const texts = import.meta.glob<string>("/node_modules/@ui5/webcomponents/dist/generated/assets/i18n/messagebundle_{ar,de,es,fr,he,it,ja,nl,pl,pt,vi,zh_CN}.json", { query: "?url", import: "default" });

const calendars = import.meta.glob<string>("/node_modules/@ui5/webcomponents-localization/dist/generated/assets/cldr/{ar,de,de_AT,de_CH,en,en_GB,es,fr,fr_BE,fr_CA,fr_CH,fr_LU,he,it,it_CH,ja,nl,nl_BE,pl,pt,pt_PT,vi,zh_CN}.json", { query: "?url", import: "default" });

/** The component library matches regions exactly; those it has no data of their own for use their language's. */
const REGIONS = ["ar_SA", "ar_EG", "de_DE", "en_US", "es_ES", "es_MX", "fr_FR", "it_IT", "nl_NL", "pl_PL", "pt_BR", "vi_VN", "he_IL", "ja_JP"];

const nameIn = (path: string) => /([^/]+?)(?:\/parameters-bundle\.css)?\.json$/.exec(path)?.[1] ?? "";

/** Tells the component library where its themes and languages are: beside this script, never elsewhere. */
export function registerAssets(): void {
  for (const [library, target, loaders] of themes) {
    for (const [path, load] of Object.entries(loaders)) {
      registerThemePropertiesLoader(library, nameIn(path), read(load), target);
    }
  }
  for (const [path, load] of Object.entries(texts)) {
    registerI18nLoader("@ui5/webcomponents", nameIn(path).replace("messagebundle_", ""), read(load));
  }
  const known = new Map(Object.entries(calendars).map(([path, load]) => [nameIn(path), read(load)]));
  for (const [name, load] of known) registerLocaleDataLoader(name, load);
  for (const region of REGIONS.filter((name) => !known.has(name))) {
    const load = known.get(region.split("_")[0] ?? "");
    if (load) registerLocaleDataLoader(region, load);
  }
}

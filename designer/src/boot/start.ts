import { setDefaultFontLoading } from "@ui5/webcomponents-base/dist/config/Fonts.js";
import { setTimezone } from "@ui5/webcomponents-base/dist/config/Timezone.js";
import { registerAssets } from "./assets.ts";

// Before any component is made: nothing from other hosts, and one look at the clock's zone instead of one for each date.
setDefaultFontLoading(false);
setTimezone(Intl.DateTimeFormat().resolvedOptions().timeZone);
registerAssets();

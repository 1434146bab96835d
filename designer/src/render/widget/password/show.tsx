import type { Show } from "../widget.ts";

export const show: Show = () => <span aria-hidden="true">••••••</span>;

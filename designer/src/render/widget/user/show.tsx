/** A user is shown as any linked record. */
export { show } from "../link/show.tsx";

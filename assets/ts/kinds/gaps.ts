import { pick } from "./pick";

/** The state function of gaps. An option is a word that fits one gap; one is to be chosen for each gap. Every chosen word gets
 * its feedback. */
export const gaps = pick;

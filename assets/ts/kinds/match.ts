import { sort } from "./sort";

/** The state function of match. An option is an item with a partner; one is to be chosen for each item. */
export const match = sort;

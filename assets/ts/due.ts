import { parts, word } from "./schema";
import { today } from "./today";

/** Shows the words of each day that has passed on the device's calendar: the build has no clock. */
const day = 24 * 60 * 60 * 1000;
for (const note of parts(document, "data-due")) note.hidden = Date.parse(word(note, "data-due")) / day >= today();

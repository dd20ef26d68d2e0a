// The script of a mix, which draws its questions before they start.
import { mix } from "./mix";
import { questions } from "./questions";
import { attr } from "./schema";
import { start } from "./start";

start([[attr.mix, mix], ...questions]);

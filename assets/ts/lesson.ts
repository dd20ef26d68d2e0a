// The script of a lesson.
import { questions } from "./questions";
import { start } from "./start";

start(questions);

import { paper, parts } from "./schema";

/** Completes the address that a printed sheet comes from: a site that was built without its address knows only the path. */
for (const here of parts(document, paper.here)) {
  const path = here.textContent ?? "";
  if (path.startsWith("/")) here.textContent = location.host + path;
}

import { filtered, part, parts, word, fill } from "./schema";

/** Filters a table by the lists above it. A row is shown if it has every chosen value. The choice is not stored. */
for (const root of parts(document, filtered.root)) {
  const by = part(root, filtered.by);
  const rows = parts(root, filtered.row);
  const found = part(root, filtered.found);
  const lists = [...by.querySelectorAll("select")];
  by.hidden = false;
  const chosen = () => lists.map((list) => list.value).filter((value) => value);
  const show = () => {
    for (const row of rows) {
      const values = word(row, filtered.row).split(" ");
      row.hidden = !chosen().every((value) => values.includes(value));
    }
    found.textContent = fill(word(found, filtered.found), { n: rows.filter((row) => !row.hidden).length, all: rows.length });
  };
  by.addEventListener("change", show);
  if (chosen().length) show(); // the browser has restored an earlier choice
}

// The attributes of the box that finds things. They are not in ../schema.ts, since every name there may change the size of the script of
// a lesson, which does not have the box.

/** The box in which people look for something. Its value is the address of the index. It holds what only the script shows, the field,
 * the list of what is found, and the line that announces how much it is, with its words. On the page from A to Z: the list, and the entries
 * of a letter. */
export enum finder {
  root = "data-find",
  box = "data-find-box",
  input = "data-find-input",
  list = "data-find-list",
  said = "data-find-said",
  many = "data-many",
  one = "data-first",
  none = "data-none",
  copy = "data-copy-only",
  broken = "data-broken",
  all = "data-find-all",
  group = "data-find-letter",
}

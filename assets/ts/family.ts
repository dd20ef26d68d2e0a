import { fill, part, parts, word } from "./schema";

/** The way of a family. Set by the script on its root: that its sheet is what is printed. On the root: the word between the last two of
 * several years. Year groups are counted in the order of their boxes. */
enum family {
  root = "data-family",
  chosen = "data-family-chosen",
  and = "data-family-and",
  /** The words at the foot of its sheet, and the attribute of the page that css/foot.css prints. */
  foot = "data-family-foot",
  printed = "data-foot",
  /** On the heading: its words while years are chosen. */
  title = "data-family-title",
  /** What is shown while years are chosen, and after. */
  choose = "data-family-choose",
  path = "data-family-path",
  /** The box of a year group, and its number of children. */
  year = "data-family-year",
  count = "data-family-count",
  /** In the button that shows the path: the words for chosen years. Beside it: what is said if there are none. */
  go = "data-family-go",
  none = "data-family-none",
  back = "data-family-back",
  /** On what is for some year groups, on what names those that are chosen, and on the place where a child of one signs. */
  of = "data-family-of",
  names = "data-family-names",
  line = "data-family-line",
  /** On the sheet: the year groups that sign it. The day on which it is printed. */
  signs = "data-family-signs",
  today = "data-family-today",
  /** Shown only with the script, and only without it. */
  scripted = "data-family-scripted",
  plain = "data-family-plain",
}

/** Asks a family for its years, and shows what is for them. The choice is only what the boxes on the page say: it is in no address and
 * in no storage. The browser's Back leads from the path to the boxes. */
for (const root of parts(document, family.root)) {
  const title = part(root, family.title);
  const ask = word(title, family.title);
  const none = part(root, family.none);
  const go = part(root, family.go);
  const bare = go.textContent;
  const boxes = parts(root, family.year) as HTMLInputElement[];
  const copies: Element[] = [];
  const signing = word(part(root, family.signs), family.signs);

  if (!boxes.length) continue; // nobody has rules

  /** Returns the chosen year groups: all, or those among some. */
  const chosen = (of?: string) => boxes.filter((box, i) => box.checked && (of?.split(" ").includes(String(i)) ?? true));
  const names = (of?: string) => {
    const list = chosen(of).map((box) => box.value);
    const last = list.pop() ?? "";
    return list.length ? list.join(", ") + word(root, family.and) + last : last;
  };
  const show = (name: family, shown: boolean) => parts(root, name).forEach((e) => (e.hidden = !shown));

  const update = () => {
    for (const box of boxes) {
      const row = box.parentElement!;
      parts(row, family.count).forEach((count) => {
        count.hidden = !box.checked;
        row.querySelector("img")?.toggleAttribute("hidden", box.checked);
      });
    }
    none.textContent = "";
    go.textContent = names() ? fill(word(go, family.go), { years: names() }) : bare;
  };
  /** Shows the path of the chosen years, or the boxes. */
  const open = (path: boolean) => {
    show(family.path, path);
    show(family.choose, !path);
    root.toggleAttribute(family.chosen, path && chosen(signing).length > 0);
    title.textContent = path ? names() : ask;
    scrollTo(0, 0);
  };
  const fit = () => {
    for (const e of parts(root, family.of)) e.hidden = !chosen(word(e, family.of)).length;
    for (const e of parts(root, family.names)) e.textContent = names(word(e, family.names));
    copies.splice(0).forEach((copy) => copy.remove());
    for (const line of parts(root, family.line)) {
      const row = boxes[Number(word(line, family.line))]?.parentElement;
      for (let count = Number(row?.querySelector<HTMLInputElement>("[type=radio]:checked")?.value); count > 1; count--) {
        const copy = line.cloneNode(true) as Element;
        line.after(copy);
        copies.push(copy);
      }
    }
    document.documentElement.setAttribute(family.printed, fill(word(root, family.foot), { years: names(signing) }));
    part(root, family.today).textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  };

  root.addEventListener("change", update);
  go.parentElement!.addEventListener("click", () => {
    if (!chosen().length) {
      none.textContent = word(none, family.none);
      return boxes[0]?.focus();
    }
    fit();
    history.pushState(1, ""); // says only that a path is open
    open(true);
    title.focus();
  });
  for (const back of parts(root, family.back)) {
    back.addEventListener("click", () => {
      open(false);
      boxes.find((box) => box.checked)!.focus();
    });
  }
  addEventListener("popstate", () => {
    if (!history.state && !location.hash) open(false);
    else if (chosen().length) open(true);
  });

  show(family.scripted, true);
  show(family.plain, false);
  show(family.back, true);
  update();
  open(false);
}

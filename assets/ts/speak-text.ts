/** A sentence as it stands in the page, within one block. */
export interface Sentence {
  readonly text: string;
  readonly range: Range;
  readonly block: Element;
}

/** What is not read: controls that lead elsewhere, and what only a screen reader or nobody is told. */
const silent = "nav,button,select,summary,script,[hidden],[aria-hidden=true],.vh,[data-silent]";

/** The sentences below `root` that are to be seen, in the order in which they stand. */
export function sentences(root: Element): Sentence[] {
  const found: Sentence[] = [];
  let block: Element | null = null;
  let texts: Text[] = [];
  const end = () => {
    if (block) found.push(...split(block, texts));
    texts = [];
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(silent) || !node.getClientRects().length ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    let around = text.parentElement!;
    while (getComputedStyle(around).display === "inline") around = around.parentElement!;
    if (around !== block) end();
    block = around;
    texts.push(text);
  }
  end();
  return found;
}

/** Parts the words of a block into sentences. A full stop ends one only before a space. */
function split(block: Element, texts: Text[]): Sentence[] {
  const words = texts.map((text) => text.data).join("");
  const found: Sentence[] = [];
  for (const match of words.matchAll(/\S[^]*?(?:[.!?…]+["”’)]*(?=\s|$)|$)/g)) {
    const text = match[0].replace(/\s+/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const range = document.createRange();
    range.setStart(...at(texts, match.index!));
    range.setEnd(...at(texts, match.index! + match[0].trimEnd().length));
    found.push({ text, range, block });
  }
  return found;
}

/** Where the letter with this number stands among several texts. */
function at(texts: Text[], place: number): [Text, number] {
  for (const text of texts) {
    if (place <= text.length) return [text, place];
    place -= text.length;
  }
  const last = texts[texts.length - 1]!;
  return [last, last.length];
}

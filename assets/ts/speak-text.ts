import { attr } from "./schema";
import { split } from "./speak-split";

/** A sentence on the page, within one block. */
export interface Sentence {
  readonly text: string;
  readonly range: Range;
  readonly block: Element;
}

/** What is not read aloud: controls other than answers, hidden text, and text for screen readers only, such as the headings of the
 * path around a step. */
const outside = `[${attr.path}] h2:not([${attr.title}]),[${attr.path}] [${attr.step}]:not([${attr.now}])`;
const silent = `nav,button:not([${attr.option}]),select,summary,script,[hidden],[${attr.left}]:not([${attr.now}]),[aria-hidden=true]:not([${attr.seen}]),.vh,[data-silent],${outside}`;

/** Returns the visible sentences inside `root`, in the order of the page. */
export function sentences(root: Element): Sentence[] {
  const found: Sentence[] = [];
  let block: Element | null = null;
  let texts: Text[] = [];
  const end = () => {
    if (block) found.push(...inBlock(block, texts));
    texts = [];
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(silent) || getComputedStyle(node).display === "none" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
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

/** Returns the sentences of a block, whose text is in several text nodes. */
function inBlock(block: Element, texts: Text[]): Sentence[] {
  return split(texts.map((text) => text.data).join("")).map(({ text, start, end }) => {
    const range = document.createRange();
    range.setStart(...at(texts, start));
    range.setEnd(...at(texts, end));
    return { text, range, block };
  });
}

/** Returns the text node that holds a position in the joined text, and the position in it. */
function at(texts: Text[], place: number): [Text, number] {
  for (const text of texts) {
    if (place <= text.length) return [text, place];
    place -= text.length;
  }
  const last = texts[texts.length - 1]!;
  return [last, last.length];
}

/** A sentence in a text: its words, and where it begins and ends. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits a text into sentences. A full stop ends one only before a space. What has neither letter nor digit is left out. */
export function split(words: string): Span[] {
  const found: Span[] = [];
  for (const match of words.matchAll(/\S[^]*?(?:[.!?…]+["”’)]*(?=\s|$)|$)/g)) {
    const text = match[0].replace(/\s+/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    found.push({ text, start: match.index!, end: match.index! + match[0].trimEnd().length });
  }
  return found;
}

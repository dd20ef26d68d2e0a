import { sentences, type Sentence } from "./speak-text";
import { attr, event, part, parts } from "./schema";
import { wish } from "./visit";

/** The height of the controls that cover the top of the screen, in pixels. */
const bar = 72;

/** After how many milliseconds to look whether a sentence is still being read, and how many more it may take for each character.
 * Browsers drop a sentence at times, or never say that it has ended. */
const soon = 3000;
const slow = 200;

/** A button that reads the page aloud, from what is visible to the end, or until Stop or an answer. After the first press it also
 * reads what each Check says, what a thing of a place says, and each part of the page that gets the focus. It uses only voices on the device: others send the
 * text to a server. */
export function speak(button: HTMLElement): void {
  const synth = window.speechSynthesis;
  if (!synth) return;
  const main = part(document, "id=main");
  let asked = wish("aloud");
  let run = 0;
  let watch = 0;

  const stop = () => {
    run++;
    clearTimeout(watch);
    synth.cancel();
    mark(null);
    say(false);
  };
  const say = (reading: boolean) => {
    part(button, attr.start).hidden = reading;
    part(button, attr.stop).hidden = !reading;
    button.toggleAttribute(attr.state, reading);
  };
  const start = (list: Sentence[]) => {
    stop();
    const mine = run;
    const voice = best(synth.getVoices());
    const go = (i: number) => {
      if (mine !== run) return;
      const sentence = list[i];
      if (!sentence || !voice) return stop();
      const words = new SpeechSynthesisUtterance(sentence.text);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = 0.9;
      words.onend = () => go(i + 1);
      words.onerror = () => mine === run && stop();
      mark(sentence);
      synth.speak(words);
      const until = Date.now() + soon + slow * sentence.text.length;
      const look = () => {
        if ((synth.speaking || synth.pending) && Date.now() < until) watch = setTimeout(look, soon);
        else stop();
      };
      clearTimeout(watch);
      watch = setTimeout(look, soon);
    };
    say(true);
    go(0);
  };

  button.addEventListener("click", () => {
    if (!part(button, attr.stop).hidden) {
      wish("aloud", (asked = false));
      return stop();
    }
    wish("aloud", (asked = true));
    const all = sentences(main);
    const from = all.findIndex(({ range }) => range.getBoundingClientRect().bottom > bar);
    start(all.slice(Math.max(from, 0)));
  });
  main.addEventListener(event.checked, ({ target }) => {
    const told = [part(target as HTMLElement, attr.verdict), ...parts(target as HTMLElement, attr.why)];
    if (asked) start(told.flatMap(sentences));
  });
  main.addEventListener(event.touched, ({ target }) => asked && start(sentences(target as HTMLElement)));
  // On the document: screen readers call what is within an element with a listener of clicks clickable.
  document.addEventListener("click", ({ target }) => {
    const pressed = (target as Element).closest(`[${attr.hide}],[${attr.check}]`);
    if (pressed?.hasAttribute(attr.hide)) return stop();
    const error = pressed?.closest(`[${attr.question}]`)?.querySelector(`[${attr.error}]:not([hidden])`);
    if (asked && error) start(sentences(error));
  });
  // In the capture phase, before what comes of the answer is read.
  document.addEventListener("click", ({ target }) => (target as Element).closest(`[${attr.option}]`) && stop(), true);
  main.addEventListener("focusin", ({ target }) => {
    const led = target as HTMLElement;
    if (asked && led !== main && led.tabIndex < 0) start(sentences(led.closest("section,header") ?? led));
  });
  addEventListener("pagehide", stop);

  const show = () => {
    if (!button.hidden || !best(synth.getVoices())) return;
    button.hidden = false;
    for (const option of main.querySelectorAll<HTMLElement>(spoken)) give(option, button, start);
  };
  synth.addEventListener?.("voiceschanged", show);
  show();
}

/** What has a button of its own that reads it aloud: options that are not buttons themselves, and items with the places for them. */
const spoken = `label[${attr.option}]:not([${attr.item}] *),a[${attr.option}],[${attr.item}] > p`;

/** Puts a button that reads an option aloud after it. */
function give(option: HTMLElement, button: HTMLElement, read: (words: Sentence[]) => void): void {
  const speaker = document.createElement("button");
  speaker.className = "speaker";
  speaker.append(button.querySelector("img")!.cloneNode());
  const label = speaker.appendChild(document.createElement("span"));
  label.className = "vh";
  label.textContent = `${part(button, attr.start).textContent}: ${sentences(option).map(({ text }) => text).join(" ")}`;
  speaker.addEventListener("click", () => read(sentences(option.closest(`[${attr.item}]`) ?? option)));
  option.after(speaker);
}

/** Returns a voice on the device that speaks the page's language, as it is spoken in the page's country if possible. */
function best(voices: SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const { lang } = document.documentElement;
  const parts = (tag: string) => tag.split(/[-_]/);
  const here = voices.filter((voice) => voice.localService && parts(voice.lang)[0] === parts(lang)[0]);
  return here.find((voice) => parts(voice.lang)[1] === parts(lang)[1]) ?? here[0];
}

/** Highlights the sentence that is being read, in a way that screen readers do not announce. */
function mark(sentence: Sentence | null): void {
  for (const block of parts(document, attr.reading)) block.removeAttribute(attr.reading);
  const drawn = CSS.highlights as HighlightRegistry | undefined; // old browsers have none
  drawn?.delete("reading");
  if (!sentence) return;
  if (drawn) drawn.set("reading", new Highlight(sentence.range));
  else sentence.block.setAttribute(attr.reading, "");
  const { top, bottom } = sentence.range.getBoundingClientRect();
  if (top < bar || bottom > innerHeight) sentence.block.scrollIntoView({ block: "center" });
}

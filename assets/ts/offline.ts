import { attr, word } from "./schema";

/** What we use of Trusted Types (https://www.w3.org/TR/trusted-types/), where the browser has them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): unknown };
}
declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** What the worker says of its copy, and of this page. */
interface Answer {
  readonly ready: boolean;
  /** This page holds what the worker's build holds. */
  readonly ours: boolean;
}

/** Has the service worker keep a copy of the pages, once this one has loaded, and says quietly when that is done and when
 * a new version has come. In another site's frame nothing is kept. */
export function offline(line: HTMLElement): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || self !== top) return;
  let old = false;
  const show = async () => {
    const worker = workers.controller ?? (await workers.ready).active;
    if (!worker) return;
    const { ready, ours } = await ask(worker);
    if (!old) line.textContent = ready ? word(line, attr.offline) : "";
    return ours;
  };
  if (workers.controller) {
    const first = show();
    // A page that came from the line is newer than the worker that is just leaving.
    workers.addEventListener("controllerchange", () => void first.then((ours) => {
      old = !!ours;
      if (old) line.textContent = word(line, attr.newer);
    }));
  } else void show();
  const begin = () => setTimeout(() => void register(workers), 500 + Math.random() * 2500);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}

/** The one address that may become a script's here is the worker's, whatever is asked for. */
async function register(workers: ServiceWorkerContainer): Promise<void> {
  const address = () => new URL("../worker.js", import.meta.url).href;
  const policy = window.trustedTypes?.createPolicy("offline", { createScriptURL: address });
  // Where storage is denied or the worker does not come, the page is as good as ever.
  await workers.register((policy?.createScriptURL("") ?? address()) as string, { updateViaCache: "none" }).catch(() => undefined);
}

function ask(worker: ServiceWorker): Promise<Answer> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Answer>) => done(data);
    worker.postMessage("", [port2]);
  });
}

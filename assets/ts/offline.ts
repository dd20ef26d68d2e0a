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
  const workers = allowed();
  if (!workers || self !== top) return;
  let old = false;
  // A worker of another build, or of another site below the same host, may answer anything, or nothing.
  const show = async () => {
    const worker = workers.controller ?? (await workers.ready).active;
    if (!worker) return;
    const { ready, ours }: Partial<Answer> = (await ask(worker)) ?? {};
    if (!old) line.textContent = ready === true ? word(line, attr.offline) : "";
    return ours === true;
  };
  if (workers.controller) {
    const first = show();
    first.catch(() => undefined);
    // A page that came from the line is newer than the worker that is just leaving.
    workers.addEventListener("controllerchange", () => void first.then((ours) => {
      old = !!ours;
      if (old) line.textContent = word(line, attr.newer);
    }, () => undefined));
  } else show().catch(() => undefined);
  const begin = () => setTimeout(() => void register(workers), 500 + Math.random() * 2500);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}

/** Service workers, where the browser has them and allows them here. */
function allowed(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** The one address that may become a script's here is the worker's, whatever is asked for. Where storage is denied or the
 * worker does not come, the page is as good as ever. */
async function register(workers: ServiceWorkerContainer): Promise<void> {
  const address = () => new URL("../worker.js", import.meta.url).href;
  try {
    const policy = window.trustedTypes?.createPolicy("offline", { createScriptURL: address });
    await workers.register((policy?.createScriptURL("") ?? address()) as string, { updateViaCache: "none" });
  } catch {
    return;
  }
}

function ask(worker: ServiceWorker): Promise<Partial<Answer> | null | undefined> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage("", [port2]);
  });
}

import { attr, word } from "./schema";

/** The part of Trusted Types (https://www.w3.org/TR/trusted-types/) that is used here, where the browser supports them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): unknown };
}
declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The worker's answer about its copy, and about this page. */
interface Answer {
  /** The copy is complete. */
  readonly ready: boolean;
  /** This page is from the same build as the worker. */
  readonly ours: boolean;
}

/** Registers the service worker, which keeps an offline copy of the pages, once this page has loaded. `status` says when the copy
 * is ready and when there is a new version. In a frame of another site nothing is registered. */
export function offline(status: HTMLElement): void {
  const workers = allowed();
  if (!workers || self !== top) return;
  let old = false;
  // The worker may be from another build, or of another site on the same host: its answer can be anything, or missing.
  const show = async () => {
    const worker = workers.controller ?? (await workers.ready).active;
    if (!worker) return;
    const { ready, ours }: Partial<Answer> = (await ask(worker)) ?? {};
    if (!old) status.textContent = ready === true ? word(status, attr.offline) : "";
    return ours === true;
  };
  const first = show();
  first.catch(() => undefined);
  // A page that came from the network is newer than the worker that is being replaced.
  if (workers.controller)
    workers.addEventListener("controllerchange", () => void first.then((ours) => {
      old = !!ours;
      if (old) status.textContent = word(status, attr.newer);
    }, () => undefined));
  addEventListener("load", () => setTimeout(() => void register(workers), 500 + Math.random() * 2500)); // a module runs before it
}

/** Returns the page's service workers, or undefined where the browser lacks or denies them. */
function allowed(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** Registers the worker. The policy allows no script's address but the worker's. */
async function register(workers: ServiceWorkerContainer): Promise<void> {
  const address = () => new URL("../worker.js", import.meta.url).href;
  try {
    const policy = window.trustedTypes?.createPolicy("offline", { createScriptURL: address });
    await workers.register((policy?.createScriptURL("") ?? address()) as string, { updateViaCache: "none" });
  } catch {
    // Without a worker, for example where storage is denied, the page works as usual.
  }
}

function ask(worker: ServiceWorker): Promise<Partial<Answer> | null | undefined> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage("", [port2]);
  });
}

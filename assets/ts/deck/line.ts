/** What the windows of a deck tell each other: which slide is on, a step to take, or, with neither, which slide is on? */
export type Message = { readonly at: number } | { readonly by: 1 | -1 } | Record<string, never>;

/** Opens the line between the windows of one browser that show a deck or its notes. Returns how to tell the others something.
 * Where a browser has no such line, or denies it along with storage, each window is alone. */
export function open(name: string, hear: (message: Message) => void): (message: Message) => void {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener("message", ({ data }) => {
      const message = read(data);
      if (message) hear(message);
    });
    return (message) => channel.postMessage(message);
  } catch {
    return () => undefined;
  }
}

/** Whatever is no message of ours is none at all. */
function read(data: unknown): Message | null {
  if (typeof data !== "object" || data === null) return null;
  const { at, by } = data as Record<string, unknown>;
  if (by === 1 || by === -1) return { by };
  if (Number.isInteger(at)) return { at: at as number };
  return Object.keys(data).length ? null : {};
}

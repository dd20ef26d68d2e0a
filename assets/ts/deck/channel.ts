/** A message between the windows of a deck: the current slide, a step to take, or, if empty, a request for the current slide. */
export type Message = { readonly at: number } | { readonly by: 1 | -1 } | Record<string, never>;

/** Opens the channel between the windows of one browser that show a deck or its notes, and returns a function that sends a
 * message to the others. Where the browser lacks channels, or denies them along with storage, messages go nowhere. */
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

/** Returns the message that was received, or null if it is not one of ours. */
export function read(data: unknown): Message | null {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  const { at, by } = data as Record<string, unknown>;
  if (by === 1 || by === -1) return { by };
  if (Number.isInteger(at)) return { at: at as number };
  return Object.keys(data).length ? null : {};
}

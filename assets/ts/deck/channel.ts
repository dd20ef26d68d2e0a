/** A message between the windows of a deck: where the deck is, a key that was pressed in the other window, or, if empty, a request
 * for where the deck is. `part` is the part that is shown, `step` what the foot of the slide says, and `next` what comes next. */
export type Message = Place | { readonly key: string; readonly code: string } | Record<string, never>;

export interface Place {
  readonly part: string;
  readonly step: string;
  readonly next: string;
}

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

/** Returns the message that was received, or null if it is not one of ours: all that they say is text. */
export function read(data: unknown): Message | null {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  return Object.values(data).every((words) => typeof words === "string") ? (data as Message) : null;
}

// Messages between the windows of a deck, whoever sends them.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { open, read, type Message } from "../../assets/ts/deck/channel";

test("messages of a deck are read", () => {
  for (const message of [{ at: 1 }, { at: 12 }, { by: 1 }, { by: -1 }, {}]) deepEqual(read(message), message);
});

test("whatever is no message of a deck is ignored", () => {
  const foreign: unknown[] = [
    null, undefined, 0, 7, "by", true, 5n, [], [1], new Error("by").message, "x".repeat(1e6), Array.from({ length: 1e5 }, (_, i) => i),
    { by: "1" }, { by: 2 }, { by: 0 }, { by: 1e9 }, { by: NaN }, { by: {} }, { by: [1] }, { by: 5n }, { at: "1" }, { at: {} }, { at: NaN }, { at: Infinity }, { at: 1.5 },
    { type: "go", to: 9 }, JSON.parse('{"__proto__":{"by":1}}'),
  ];
  for (const data of foreign) equal(read(data), null, String(data).slice(0, 80));
});

test("a message carries nothing but what is read", () => {
  deepEqual(read({ at: 3, html: "<b>" }), { at: 3 });
  deepEqual(read({ by: 1, at: 3 }), { by: 1 });
});

test("windows on the same channel hear each other, and no other", async () => {
  const heard: Message[] = [];
  const others: Message[] = [];
  const channels: BroadcastChannel[] = [];
  const real = globalThis.BroadcastChannel;
  // Node runs on while a channel is open, so note each to close it.
  globalThis.BroadcastChannel = class extends real {
    constructor(name: string) {
      super(name);
      channels.push(this);
    }
  };
  try {
    await new Promise<void>((done) => {
      const say = open("deck", () => undefined);
      open("other", (message) => others.push(message));
      open("deck", (message) => {
        heard.push(message);
        if ("at" in message) done();
      });
      say({});
      say({ by: 1 });
      say("no message" as unknown as Message);
      say({ at: 4 });
    });
  } finally {
    for (const channel of channels) channel.close();
    globalThis.BroadcastChannel = real;
  }
  deepEqual(heard, [{}, { by: 1 }, { at: 4 }]);
  deepEqual(others, []);
});

test("without channels each window is alone", () => {
  const real = globalThis.BroadcastChannel;
  try {
    for (const broken of [undefined, class { constructor() { throw new DOMException("no", "SecurityError"); } }]) {
      Object.assign(globalThis, { BroadcastChannel: broken });
      open("deck", () => undefined)({ at: 1 });
    }
  } finally {
    Object.assign(globalThis, { BroadcastChannel: real });
  }
});

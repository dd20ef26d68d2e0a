// Messages between the windows of a deck, whoever sends them.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { open, read, type Message } from "../../assets/ts/deck/channel";

const place = { part: "scene 1", step: "1 of 4: Read", next: "Talk about it" };

test("messages of a deck are read", () => {
  for (const message of [place, { key: "PageDown", code: "" }, { key: "&", code: "Digit1" }, {}]) deepEqual(read(message), message);
});

test("whatever is no message of a deck is ignored", () => {
  const foreign: unknown[] = [
    null, undefined, 0, 7, "key", true, 5n, [], ["key"], [1], new Error("key").message, "x".repeat(1e6), Array.from({ length: 1e5 }, (_, i) => i),
    { key: 1 }, { key: {} }, { key: ["1"] }, { key: 5n }, { key: null }, { key: "1", code: 49 }, { part: NaN }, { part: Infinity }, { ...place, next: undefined },
    { type: "go", to: 9 }, JSON.parse('{"__proto__":{"key":"1"}}'),
  ];
  for (const data of foreign) equal(read(data), null, String(data).slice(0, 80));
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
        if ("part" in message) done();
      });
      say({});
      say({ key: "b", code: "KeyB" });
      say("no message" as unknown as Message);
      say(place);
    });
  } finally {
    for (const channel of channels) channel.close();
    globalThis.BroadcastChannel = real;
  }
  deepEqual(heard, [{}, { key: "b", code: "KeyB" }, place]);
  deepEqual(others, []);
});

test("without channels each window is alone", () => {
  const real = globalThis.BroadcastChannel;
  try {
    for (const broken of [undefined, class { constructor() { throw new DOMException("no", "SecurityError"); } }]) {
      Object.assign(globalThis, { BroadcastChannel: broken });
      open("deck", () => undefined)(place);
    }
  } finally {
    Object.assign(globalThis, { BroadcastChannel: real });
  }
});

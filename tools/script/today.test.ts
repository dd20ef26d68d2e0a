// Which day it is where the device is.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { today } from "../../assets/ts/today";

/** Returns today() for a device in a time zone whose clock shows a moment. */
function at(moment: string, zone: string): number {
  const Real = Date;
  const before = process.env["TZ"];
  const now = Real.parse(moment);
  class Fixed extends Real {
    constructor() {
      super(now);
    }
  }
  try {
    process.env["TZ"] = zone;
    Object.assign(globalThis, { Date: Fixed });
    return today();
  } finally {
    Object.assign(globalThis, { Date: Real });
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
}

const day = (date: string) => Date.parse(`${date}T00:00Z`) / 864e5;

test("the day changes at midnight where the device is", () => {
  for (const [moment, zone, date] of [
    ["2026-07-01T22:59:59Z", "Europe/London", "2026-07-01"],
    ["2026-07-01T23:00:00Z", "Europe/London", "2026-07-02"],
    ["2026-01-01T23:59:59Z", "Europe/London", "2026-01-01"],
    ["2026-01-02T00:00:00Z", "Europe/London", "2026-01-02"],
    ["2026-01-01T09:59:59Z", "Pacific/Kiritimati", "2026-01-01"],
    ["2026-01-01T10:00:00Z", "Pacific/Kiritimati", "2026-01-02"],
    ["2026-01-01T04:59:59Z", "America/New_York", "2025-12-31"],
    ["2026-01-01T18:30:00Z", "Asia/Kolkata", "2026-01-02"],
  ] as const) equal(at(moment, zone), day(date), `${moment} in ${zone}`);
});

test("a clock before 1970 shows day 0", () => {
  equal(at("1969-06-01T00:00:00Z", "Europe/London"), 0);
  equal(at("1970-01-01T00:00:00Z", "America/New_York"), 0);
});

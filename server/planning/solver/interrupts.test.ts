import { describe, expect, it } from "vitest";
import { interruptsOf } from "./interrupts";

describe("what interrupts a search", () => {
  it("is nothing while somebody waits and the clock has not struck", () => {
    const { stop, reason } = interruptsOf(
      () => false,
      () => 99,
      100,
    );
    expect([stop(), reason()]).toEqual([false, null]);
  });

  it("stays what it was first, also when it would be over", () => {
    const answers = [false, true, false];
    const cancelled = interruptsOf(
      () => answers.shift() ?? false,
      () => 0,
      100,
    );
    expect([cancelled.stop(), cancelled.stop(), cancelled.stop(), cancelled.reason()]).toEqual([false, true, true, "cancelled"]);
    const late = interruptsOf(
      () => false,
      () => 100,
      100,
    );
    expect([late.reason(), late.stop(), late.reason()]).toEqual([null, true, "clock"]);
  });
});

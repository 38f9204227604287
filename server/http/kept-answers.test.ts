import { describe, expect, it } from "vitest";
import { keptAnswers } from "./kept-answers";

describe("answers kept for a moment", () => {
  const counted = (ms: number, answer: (look: number) => Promise<number> = (look) => Promise.resolve(look)) => {
    const state = { at: 0, looks: 0 };
    const ask = keptAnswers(
      ms,
      () => {
        state.looks += 1;
        return answer(state.looks);
      },
      () => state.at,
    );
    return { state, ask };
  };

  it("are one look for all who ask at once or within the moment, and another one after it", async () => {
    const { state, ask } = counted(150);
    expect(await Promise.all(Array.from({ length: 100 }, () => ask("province")))).toEqual(Array.from({ length: 100 }, () => 1));
    state.at = 149;
    expect(await ask("province")).toBe(1);
    state.at = 150;
    expect([await ask("province"), state.looks]).toEqual([2, 2]);
  });

  it("are each asker's own", async () => {
    const { ask } = counted(150);
    expect([await ask("province"), await ask("city")]).toEqual([1, 2]);
  });

  it("are not kept when the look fails", async () => {
    const { ask } = counted(150, (look) => (look === 1 ? Promise.reject(new Error("away")) : Promise.resolve(look)));
    await expect(ask("province")).rejects.toThrow("away");
    expect(await ask("province")).toBe(2);
  });

  it("do not pile up, whatever is asked", async () => {
    const { state, ask } = counted(150);
    for (let key = 0; key < 10_001; key++) await ask(String(key));
    expect(await ask("10000")).toBe(10_001);
    expect([await ask("0"), state.looks]).toEqual([10_002, 10_002]);
  });
});

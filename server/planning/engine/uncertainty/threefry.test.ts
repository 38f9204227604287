import { describe, expect, it } from "vitest";
import { threefry4x32, threefryKey, type Words } from "./threefry";

const words = (key: Words, counter: Words): string => {
  const out = new Uint32Array(4);
  threefry4x32(threefryKey(key), ...counter, out);
  return [...out].map((word) => word.toString(16).padStart(8, "0")).join(" ");
};
const all = (word: number): Words => [word, word, word, word];

/** Known answers of Random123 (kat_vectors, threefry4x32 20). */
describe("Threefry-4x32-20 gives the published answers", () => {
  it("for zeros", () => {
    expect(words(all(0), all(0))).toBe("9c6ca96a e17eae66 fc10ecd4 5256a7d8");
  });
  it("for ones", () => {
    expect(words(all(0xffffffff), all(0xffffffff))).toBe("2a881696 57012287 f6c7446e a16a6732");
  });
  it("for the digits of π", () => {
    expect(words([0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89], [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344])).toBe(
      "59cd1dbb b8879579 86b5d00c ac8b6d84",
    );
  });
});

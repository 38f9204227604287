import type { Standing, Suggestion } from "@server/planning/contract";
import { expect, it } from "vitest";
import { offered } from "./offered";

const standing = (failing: number): Standing => ({ verdict: "not_met", value: null, distance: 1, failing, itemsNotMet: 0 }) as Standing;
const suggestion = (failing: number): Suggestion => ({ after: standing(failing) }) as Suggestion;

it("offers nothing after which more fails", () => {
  const [better, same, worse] = [suggestion(7), suggestion(8), suggestion(10)];
  expect(offered({ before: standing(8), suggestions: [worse, better, same] })).toEqual([better, same]);
});

it("says what there is where nothing better is found", () => {
  const worse = suggestion(9);
  expect(offered({ before: standing(8), suggestions: [worse] })).toEqual([worse]);
});

import { settings } from "@test/cases/planning/uncertain";
import { describe, expect, it } from "vitest";
import { drawnChoosers } from "./chooser";
import { triangular } from "./range";
import { common, joined, subjectOf, uniformsOf } from "./uniform";

const range = { low: 0.9, likely: 0.97, high: 1.2 };

describe("what is drawn for many schools at once", () => {
  it.each([0, 0.2, 0.5, 0.9, 1])("has the bits of one number after the other, where schools share %d", (countyShare) => {
    for (const years of [1, 2, 7, 10, 15]) {
      const asked = settings({ countyShare, seed: 77 });
      const subjects = Int32Array.from({ length: 40 }, (_, row) => subjectOf(String(row)));
      const rows = Int32Array.from([0, 3, 4, 17, 39]);
      const uniforms = uniformsOf(77);
      const join = joined(countyShare);
      const chooserOf = drawnChoosers(asked, years);
      for (const draw of [0, 5, 4_000_000]) {
        const cells = new Float64Array(40 * years);
        chooserOf(draw).schools("attrition", range, { subjects, rows, cells });
        const wanted = new Float64Array(40 * years);
        const [shared, own, single] = [new Float64Array(years), new Float64Array(years), new Float64Array(years)];
        uniforms.years(draw, "attrition", common, shared);
        for (const row of rows) {
          uniforms.years(draw, "attrition", subjects[row] ?? 0, own);
          own.forEach((number, year) => {
            wanted[row * years + year] = triangular(range, join(shared[year] ?? 0, number));
          });
          chooserOf(draw).years("attrition", range, subjects[row] ?? 0, single);
          expect(single).toEqual(wanted.subarray(row * years, (row + 1) * years));
        }
        expect(cells).toEqual(wanted);
      }
    }
  });
});

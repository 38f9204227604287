import type { CountyComparisonRow, Digest } from "@server/province/contract";
import { countyRow } from "@test/support/county-row";
import { expect, test } from "vitest";
import { mostSimilar } from "./likeness";

const row = (code: string, likeness: Partial<Digest["likeness"]> | null): CountyComparisonRow =>
  countyRow(code, {
    digest:
      likeness === null
        ? null
        : {
            likeness: { pupils: null, schools: 0, ruralShare: null, pupilsPerSchool: null, revenuePerHeadYuan: null, ...likeness },
          },
  });
const names = (rows: readonly CountyComparisonRow[], count = 2) => mostSimilar(rows, "own", count).map(({ countyId }) => countyId);

test("the own county comes first, then those most like it on what both have published", () => {
  const rows = [
    row("large", { pupils: 90_000, ruralShare: 0.3 }),
    row("near", { pupils: 11_000, ruralShare: 0.32 }),
    row("own", { pupils: 10_000, ruralShare: 0.3 }),
    row("rural", { pupils: 10_500, ruralShare: 0.9 }),
  ];
  expect(names(rows)).toEqual(["own", "near", "rural"]);
});

test("a county that has published nothing to liken it by is like nobody", () => {
  expect(names([row("own", { pupils: 10_000 }), row("empty", {}), row("before", null)])).toEqual(["own"]);
  expect(names([row("own", null), row("other", { pupils: 1 })])).toEqual(["own"]);
  expect(names([row("other", { pupils: 1 })])).toEqual([]);
});

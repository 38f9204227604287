import type { CountyComparisonRow } from "@server/province/contract";
import type { TFunction } from "i18next";
import { type SeriesName, seriesNames } from "~/components/SeriesMark";
import { type CompareQuery, sideNames } from "./compare-query";

/** A county beside others, with the mark that it has everywhere on the page: the reference county is the first. */
export interface Side {
  readonly mark: SeriesName;
  readonly row: CountyComparisonRow;
}

/**
 * Up to four counties beside each other: the reference county and those that the address names. Where these are fewer
 * than two and they are what is looked at, the published counties that lead the page take the free marks.
 */
export const sidesOf = (
  all: readonly CountyComparisonRow[],
  shown: readonly CountyComparisonRow[],
  query: CompareQuery,
): readonly Side[] => {
  const named = new Map<SeriesName, string | null>([["a", query.own], ...sideNames.map((name) => [name, query[name]] as const)]);
  const asked = seriesNames.flatMap((mark): Side[] => {
    const row = all.find(({ countyCode }) => countyCode === named.get(mark));
    return row === undefined ? [] : [{ mark, row }];
  });
  const chosen = asked.filter(({ row }, place) => asked.findIndex((side) => side.row === row) === place);
  if (query.view !== "sides" || chosen.length >= 2) return chosen;
  const leading = shown.filter((row) => row.publication !== null && chosen.every((side) => side.row !== row));
  const free = seriesNames.filter((mark) => chosen.every((side) => side.mark !== mark));
  return seriesNames.flatMap((mark): Side[] => {
    const row = chosen.find((side) => side.mark === mark)?.row ?? leading[free.indexOf(mark)];
    return row === undefined ? [] : [{ mark, row }];
  });
};

/** Letter of a county beside others, and the word of the reference county; empty for any other county. */
export const markWords = (t: TFunction, sides: readonly Side[], own: string | null, { countyCode }: CountyComparisonRow): string =>
  [
    ...sides.flatMap(({ mark, row }) => (row.countyCode === countyCode ? [mark.toUpperCase()] : [])),
    ...(countyCode === own ? [t("comparing:own.mark")] : []),
  ].join(" ");

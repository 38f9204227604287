import type { PassingPart } from "./passing-contract";
import type { Passing, PolicyAnswer, PolicyCounty, PolicyEffect, PolicyLine, PolicySummary, PolicyYear } from "./policy-contract";
import { failingItems, wholeVerdict } from "./published-course";

const isMet = (year: PolicyYear, part: PassingPart): boolean => (part === "whole" ? wholeVerdict(year) : year.verdict) === "met";

const passingOf = (years: readonly PolicyYear[], part: PassingPart): Passing => {
  const first = years.findIndex((year) => isMet(year, part));
  return {
    firstYear: years[first]?.year ?? null,
    lasts: first >= 0 && years.slice(first).every((year) => isMet(year, part)),
  };
};

const effectOf = (before: Passing, after: Passing): PolicyEffect => {
  if (before.firstYear === null || after.firstYear === null) {
    if (before.firstYear === after.firstYear) return "same";
    return before.firstYear === null ? "gained" : "lost";
  }
  if (before.lasts !== after.lasts) return after.lasts ? "gained" : "lost";
  if (before.firstYear === after.firstYear) return "same";
  return after.firstYear < before.firstYear ? "sooner" : "later";
};

const lineOf = (county: PolicyCounty, part: PassingPart): PolicyLine => {
  const [before, after] = [passingOf(county.unchanged, part), passingOf(county.changed, part)];
  const last = county.changed.at(-1);
  const [was, is] = [county.unchanged.at(-1)?.binding ?? [], last?.binding ?? []];
  const { countyId, countyName, cityName, publicationId, provinceWan, countyWan, left } = county;
  return {
    countyId,
    countyName,
    cityName,
    publicationId,
    before,
    after,
    whole: last === undefined ? null : { verdict: wholeVerdict(last), failing: failingItems(last) },
    effect: left === null ? effectOf(before, after) : "not_tried",
    nowBinding: is.filter((clause) => !was.includes(clause)),
    noLonger: was.filter((clause) => !is.includes(clause)),
    provinceWan,
    countyWan,
    left,
  };
};

const clauseCounts = (counties: readonly PolicyCounty[]): PolicySummary["clauses"] => {
  const counts = new Map<string, { before: number; after: number }>();
  const add = (clause: string, side: "before" | "after") => {
    const count = counts.get(clause) ?? { before: 0, after: 0 };
    count[side] += 1;
    counts.set(clause, count);
  };
  for (const { unchanged, changed } of counties) {
    for (const clause of unchanged.at(-1)?.binding ?? []) add(clause, "before");
    for (const clause of changed.at(-1)?.binding ?? []) add(clause, "after");
  }
  return [...counts]
    .map(([clause, count]) => ({ clause, ...count }))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || b.after - a.after || (a.clause < b.clause ? -1 : 1));
};

const order: readonly PolicyEffect[] = ["lost", "gained", "later", "sooner", "same", "not_tried"];

/** Counties gained and lost, years of passing, who pays, which clause binds: everything against no change. */
export const summaryOf = ({ counties, unpublished }: PolicyAnswer, part: PassingPart): PolicySummary => {
  const lines = counties.map((county) => lineOf(county, part)).sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
  const tried = counties.filter(({ left }) => left === null);
  const years = [...new Set(tried.flatMap(({ changed }) => changed.map(({ year }) => year)))].sort((a, b) => a - b);
  const passing = (side: "unchanged" | "changed", year: number): number =>
    tried.filter((county) => county[side].some((one) => one.year === year && isMet(one, part))).length;
  const count = (effect: PolicyEffect): number => lines.filter((line) => line.effect === effect).length;
  return {
    part,
    lines,
    unpublished,
    counts: {
      gained: count("gained"),
      lost: count("lost"),
      sooner: count("sooner"),
      later: count("later"),
      same: count("same"),
      not_tried: count("not_tried"),
    },
    provinceWan: lines.reduce((sum, { provinceWan }) => sum + provinceWan, 0),
    countyWan: lines.reduce((sum, { countyWan }) => sum + countyWan, 0),
    clauses: clauseCounts(tried),
    years: years.map((year) => ({ year, before: passing("unchanged", year), after: passing("changed", year) })),
  };
};

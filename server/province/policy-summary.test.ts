import { describe, expect, it } from "vitest";
import type { PolicyAnswer, PolicyCounty, PolicyYear } from "./policy-contract";
import { summaryOf } from "./policy-summary";

const years = (verdicts: string, binding: readonly string[] = []): PolicyYear[] =>
  [...verdicts].map((mark, index) => ({
    year: 2026 + index,
    verdict: mark === "+" ? "met" : mark === "-" ? "not_met" : "not_evaluable",
    overall: "incomplete",
    failing: 0,
    notEvaluable: 0,
    distance: 0,
    binding: [...binding],
    capitalWan: 0,
    recurrentWan: 0,
  }));
const county = (countyId: string, unchanged: PolicyYear[], changed: PolicyYear[], left: PolicyCounty["left"] = null): PolicyCounty => ({
  countyId,
  countyCode: countyId,
  countyName: countyId,
  cityName: null,
  publicationId: countyId,
  datasetHash: "",
  unchanged,
  changed,
  provinceWan: 10,
  countyWan: 5,
  left,
});
const answer = (counties: PolicyCounty[]): PolicyAnswer => ({
  format: "hengce.policy/1",
  statisticsYear: 2026,
  ruleSet: { id: "quality-2017", version: "1" },
  change: { kind: "births", annualChange: -0.1 },
  horizonYears: 3,
  counties,
  unpublished: 0,
});
const effects = (counties: PolicyCounty[]) =>
  Object.fromEntries(summaryOf(answer(counties), "resource").lines.map(({ countyId, effect }) => [countyId, effect]));

describe("what a policy changes", () => {
  it("counts a county as gained when it passes or its pass now lasts, as lost the other way round", () => {
    expect(
      effects([
        county("passes", years("---"), years("--+")),
        county("lasts now", years("-+-"), years("-++")),
        county("never again", years("-++"), years("---")),
        county("lasts no more", years("-++"), years("-+-")),
        county("sooner", years("--+"), years("-++")),
        county("later", years("+++"), years("-++")),
        county("same", years("-++"), years("-++")),
        county("unknown stays unknown", years("???"), years("???")),
      ]),
    ).toEqual({
      passes: "gained",
      "lasts now": "gained",
      "never again": "lost",
      "lasts no more": "lost",
      sooner: "sooner",
      later: "later",
      same: "same",
      "unknown stays unknown": "same",
    });
  });

  it("counts as passing in the whole only what meets every part: neither a failing item nor one that is open", () => {
    const of = (overall: PolicyYear["overall"]) => years("++").map((year): PolicyYear => ({ ...year, overall }));
    const counties = [county("item fails", of("met"), of("not_met")), county("open", of("incomplete"), of("incomplete"))];
    const [whole, resource] = [summaryOf(answer(counties), "whole"), summaryOf(answer(counties), "resource")];
    expect(whole.lines.map(({ countyId, effect, after }) => [countyId, effect, after.firstYear])).toEqual([
      ["item fails", "lost", null],
      ["open", "same", null],
    ]);
    expect(whole.years.map(({ before, after }) => [before, after])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(resource.counts).toMatchObject({ lost: 0, same: 2 });
  });

  it("leaves counties without published data out of every count but says that they are left out", () => {
    const summary = summaryOf(answer([county("a", years("--+"), years("-++")), county("b", [], [], "no_data")]), "resource");
    expect(summary.counts).toMatchObject({ sooner: 1, not_tried: 1, same: 0 });
    expect(summary.years).toEqual([
      { year: 2026, before: 0, after: 0 },
      { year: 2027, before: 0, after: 1 },
      { year: 2028, before: 1, after: 1 },
    ]);
  });

  it("says which clause now binds, by county and over all, and adds up who pays", () => {
    const summary = summaryOf(
      answer([
        county("a", years("--", ["G5", "primary-R4-cv"]), years("--", ["primary-R4-cv", "G4"])),
        county("b", years("++"), years("--", ["G4"])),
      ]),
      "resource",
    );
    expect(summary.lines.find(({ countyId }) => countyId === "a")).toMatchObject({ nowBinding: ["G4"], noLonger: ["G5"] });
    expect(summary.clauses).toEqual([
      { clause: "G4", before: 0, after: 2 },
      { clause: "G5", before: 1, after: 0 },
      { clause: "primary-R4-cv", before: 1, after: 1 },
    ]);
    expect([summary.provinceWan, summary.countyWan]).toEqual([20, 10]);
  });
});

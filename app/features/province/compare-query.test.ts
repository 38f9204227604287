import type { CountyComparisonRow, HeatCell } from "@server/province/contract";
import type { FrontierPoint } from "@server/province/portfolio-contract";
import { countyRow } from "@test/support/county-row";
import { portfolioLine } from "@test/support/portfolio-line";
import { describe, expect, it } from "vitest";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { compareQuery, keptOf } from "./compare-query";
import { arrange } from "./compare-rows";
import { countyTypeOf, ruralTypeOf } from "./county-type";
import { heatOf, worseCell } from "./heat";
import { leastMoney } from "./least-money";
import { panelOf } from "./panels";
import { passingOf } from "./passing";
import { schoolColumns } from "./school-columns";

const asked = (search: string) => compareQuery(new URL(`https://hengce.example/province/compare?${search}`));
const cell = (sections: Partial<HeatCell["sections"]>, more: Partial<HeatCell> = {}): HeatCell => ({
  stage: "primary",
  indicator: "R3",
  cv: 0.6,
  limit: 0.5,
  cvVerdict: "not_met",
  cvExcess: 0.2,
  mean: 1,
  sections: { met: 0, remainder: 0, below: 0, not_evaluable: 0, ...sections },
  ...more,
});

describe("the address", () => {
  it("without a word shows the heat map, nearest to passing first, by the share of schools", () => {
    expect(asked("")).toMatchObject({ view: "heat", measure: "schools", sort: "distance", only: [], own: null });
    expect(asked("view=nonsense&only=x'y&own=%3Cb%3E&rural=9")).toMatchObject({ view: "heat", only: [], own: null, rural: null });
  });
  it("takes chosen counties from boxes and from one list alike, and a form carries them along", () => {
    expect(asked("only=990101&only=990102").only).toEqual(["990101", "990102"]);
    expect(asked("only=990101%2C990102%2C990101").only).toEqual(["990101", "990102"]);
    expect(keptOf(asked("only=990101,990102&city=A&view=table"), ["city"])).toMatchObject({ only: "990101,990102", view: "table" });
    expect(keptOf(asked("city=A"), ["city"])).not.toHaveProperty("city");
  });
});

describe("a heat cell", () => {
  it("counts sections below the standard, those under 85 % and those above", () => {
    expect(heatOf(cell({ met: 6, remainder: 1, below: 3 }), "schools")).toBe(0.4);
    expect(heatOf(cell({ met: 6, remainder: 1, below: 3 }), "cv")).toBe(0.2);
    expect(heatOf(cell({ met: 5 }), "schools")).toBe(0);
  });
  it("is no pass where sections cannot be judged", () => {
    expect(heatOf(cell({ met: 5, not_evaluable: 1 }), "schools")).toBeNull();
    expect(heatOf(cell({ met: 5, below: 4, not_evaluable: 1 }), "schools")).toBe(0.4);
    expect(heatOf(cell({}), "schools")).toBeNull();
  });
  it("of both stages is the worse one: failing before unknown before met, a stage without schools left aside", () => {
    const junior = (sections: Partial<HeatCell["sections"]>) => cell(sections, { stage: "junior" });
    const worse = (...cells: HeatCell[]) => worseCell(countyRow("1", { cells }), "R3", "schools")?.stage;
    expect(worse(cell({ met: 9, below: 1 }), junior({ met: 1, below: 1 }))).toBe("junior");
    expect(worse(cell({ met: 9, below: 1 }), junior({ not_evaluable: 2 }))).toBe("primary");
    expect(worse(cell({ met: 9 }), junior({ not_evaluable: 2 }))).toBe("junior");
    expect(worse(cell({ met: 9 }), junior({}))).toBe("primary");
  });
});

describe("the counties of a page", () => {
  const likeness = { pupils: 1, schools: 1, pupilsPerSchool: 1, revenuePerHeadYuan: 1 };
  const rows: readonly CountyComparisonRow[] = [
    countyRow("990101", { verdict: "met", failing: 0, digest: { likeness: { ...likeness, ruralShare: 0.1 } } }),
    countyRow("990121", { verdict: "not_met", failing: 3, digest: { likeness: { ...likeness, ruralShare: 0.8 } } }),
    countyRow("990181", { verdict: "not_evaluable", failing: 0, digest: null }),
    countyRow("990122", null),
  ];
  const codes = (search: string, order: Parameters<typeof arrange>[2] = null) =>
    arrange(rows, asked(search), order).rows.map(({ countyCode }) => countyCode);

  it("are known by their code and their published rural share, and what is not published is a kind of its own", () => {
    expect(rows.map(countyTypeOf)).toEqual(["district", "county", "city", "county"]);
    expect(countyTypeOf({ countyCode: "99" })).toBe("unknown");
    expect(rows.map(ruralTypeOf)).toEqual(["urban", "rural", "unknown", "unknown"]);
  });
  it("are filtered without losing sight of how many are left out", () => {
    expect(codes("type=county")).toEqual(["990121", "990122"]);
    expect(codes("verdict=unpublished")).toEqual(["990122"]);
    expect(arrange(rows, asked("rural=urban"), null).leftOut).toEqual({ counties: 3, unpublished: 1 });
  });
  it("always hold the reference county, also when it does not fit", () => {
    expect(arrange(rows, asked("verdict=met&own=990121"), null)).toMatchObject({ own: "990121", ownOutside: true });
    expect(codes("verdict=met&own=990121")).toEqual(["990121", "990101"]);
    expect(codes("own=990999")).toEqual(["990101", "990121", "990181", "990122"]);
  });
  it("put missing figures last in either direction, and drop none", () => {
    const order = ({ publication }: CountyComparisonRow) => publication?.failing ?? null;
    expect(codes("sort=failing", order)).toEqual(["990101", "990181", "990121", "990122"]);
    expect(codes("sort=failing&direction=desc", order)).toEqual(["990121", "990101", "990181", "990122"]);
  });
  it("say what they are ordered by: no column that the view lacks, no likeness to a county that is not there", () => {
    const by = (search: string, order: Parameters<typeof arrange>[2] = null) => arrange(rows, asked(search), order).orderedBy;
    const order = ({ publication }: CountyComparisonRow) => publication?.failing ?? null;
    expect([by("sort=failing", order), by("sort=county"), by("sort=money"), by("")]).toEqual(["column", "column", "distance", "distance"]);
    expect([by("similar=1&own=990121&sort=failing", order), by("similar=1&own=990999")]).toEqual(["likeness", "distance"]);
  });
});

describe("the schools of a county", () => {
  it("have a median that is half way between the two in the middle, and none where no figure is known", () => {
    const strip = [4, null, 1, 9, 2].map((value) => ({ school: "", type: "", value, state: "below" as const }));
    registerLanguage("zh-CN", zhCN);
    const columns = schoolColumns(translatorFor("zh-CN").t, asked("view=schools"), { some: strip, none: [] });
    const figures = (code: string) => columns.slice(1, 4).map(({ file }) => file[0]?.value(countyRow(code, {})));
    expect(figures("some")).toEqual([1, 3, 9]);
    expect(figures("none")).toEqual([null, null, null]);
  });
});

describe("the year of passing", () => {
  type Judged = "met" | "not_met" | "not_evaluable";
  const baseline = (years: readonly Judged[], whole: readonly Judged[] | null) =>
    years.map((verdict, index) => ({
      year: 2026 + index,
      verdict,
      failing: 0,
      notEvaluable: 0,
      distance: 0,
      whole: whole === null ? null : { verdict: whole[index] ?? "not_evaluable", itemsFailing: 0, itemsOpen: 0 },
    }));
  const county = (verdict: Judged, years: readonly Judged[], whole: readonly Judged[] | null = null) =>
    countyRow("1", { verdict, digest: { baseline: baseline(years, whole) } });
  const resource = (...years: Judged[]) => passingOf(county("not_met", years), "resource");
  it("is that of the published baseline, said whether it lasts", () => {
    expect(resource("not_met", "not_met", "met", "met")).toEqual({ kind: "year", year: 2028, years: 2, lasts: true });
    expect(resource("not_met", "met", "not_met")).toEqual({ kind: "year", year: 2027, years: 1, lasts: false });
    expect(resource("not_met", "not_met")).toEqual({ kind: "never", until: 2027 });
    expect(resource("met", "met")).toEqual({ kind: "now" });
  });
  it("of the whole is not that of the resources: a failing or open item is no pass", () => {
    const failing = county("not_met", ["met", "met"], ["not_met", "not_evaluable"]);
    expect(passingOf(failing, "whole")).toEqual({ kind: "unknown", until: 2027 });
    expect(passingOf(county("not_met", ["met", "met"], ["not_met", "not_met"]), "whole")).toEqual({ kind: "never", until: 2027 });
    expect(passingOf(failing, "resource")).toEqual({ kind: "now" });
    expect(passingOf(county("not_met", ["met", "met"], ["not_met", "met"]), "whole")).toMatchObject({ kind: "year", year: 2027 });
    expect(passingOf(county("met", ["met"], ["met"]), "whole")).toEqual({ kind: "now" });
  });
  it("is not invented where no baseline is published, or one of the resources alone", () => {
    for (const row of [county("not_met", []), countyRow("1", null), countyRow("1", { digest: null })])
      expect([passingOf(row, "whole"), passingOf(row, "resource")]).toEqual([{ kind: "unpublished" }, { kind: "unpublished" }]);
    expect(passingOf(county("not_met", ["met"]), "whole")).toEqual({ kind: "unpublished" });
  });
});

describe("a small chart", () => {
  it("counts what is over its limit, and what nobody can say as neither", () => {
    const cells = [cell({ met: 1 }), cell({ met: 1 }, { indicator: "R4", cv: 0.2, cvVerdict: "met", cvExcess: 0 })];
    const { counts, over, met } = panelOf(countyRow("1", { cells, digest: { items: { G1: { verdict: "not_met", gap: null } } } }));
    expect(counts).toEqual({ cvOver: 1, cvUnknown: 12, itemsFailing: 1, itemsUnknown: 24 });
    expect([over.split("M").length - 1, met.split("M").length - 1]).toEqual([1, 1]);
  });
});

describe("money to pass", () => {
  const point = { by: null, boundWan: null, years: [], whole: null };
  const line = (countyId: string, points: readonly FrontierPoint[]) => portfolioLine(countyId, { points });
  it("is the cheapest plan known, nothing where no plan was found, and unknown where none was asked for", () => {
    const frontier = {
      runId: "",
      computedAt: "",
      request: { statisticsYear: 2026, horizonYears: 5, effort: 0 },
      ruleSet: { id: "", version: "" },
      newer: 0,
      lines: [
        line("dear", [
          { ...point, targetYear: 2027, state: "passes", costWan: 90 },
          { ...point, targetYear: 2029, state: "passes", costWan: 40 },
          { ...point, targetYear: 2030, state: "passes", costWan: 40 },
        ]),
        line("waits", [
          { ...point, targetYear: 2027, state: "passes", costWan: 5 },
          { ...point, targetYear: 2028, state: "nothing_needed", costWan: null },
        ]),
        line("lost", [{ ...point, targetYear: 2027, state: "none", costWan: null }]),
        line("open", [{ ...point, targetYear: 2027, state: "not_evaluable", costWan: null }]),
      ],
    };
    const words = { rest: () => "G4" };
    const money = leastMoney(frontier, words);
    expect(money).toEqual({
      dear: { costWan: 40, targetYear: 2029, rest: "G4" },
      waits: { costWan: 0, targetYear: 2028, rest: "G4" },
      lost: "none",
      open: "not_evaluable",
    });
    expect(leastMoney(null, words)).toEqual({});
  });
});

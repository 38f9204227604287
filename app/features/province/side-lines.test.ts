import type { CountyComparisonRow, HeatCell } from "@server/province/contract";
import { countyRow } from "@test/support/county-row";
import { describe, expect, it } from "vitest";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { compareQuery } from "./compare-query";
import { shownLines, sideLines } from "./side-lines";
import { markWords, sidesOf } from "./sides";
import { sidesPicture, sidesTable } from "./sides-file";
import { spreadText } from "./spreads";

registerLanguage("zh-CN", zhCN);

const { t } = translatorFor("zh-CN");
const asked = (search: string) => compareQuery(new URL(`https://hengce.example/province/compare?${search}`));
const cell = (indicator: HeatCell["indicator"], cv: number | null): HeatCell => ({
  stage: "primary",
  indicator,
  cv,
  limit: 0.5,
  cvVerdict: cv === null ? "not_evaluable" : cv > 0.5 ? "not_met" : "met",
  cvExcess: cv === null ? null : Math.max(0, cv / 0.5 - 1),
  mean: 1,
  sections: { met: 1, remainder: 0, below: 0, not_evaluable: 0 },
});
const county = (
  code: string,
  [r3, r4]: readonly [number | null, number | null],
  g1: "met" | "not_met" = "met",
  gap: number | null = 0,
): CountyComparisonRow =>
  countyRow(code, {
    verdict: g1,
    failing: g1 === "met" ? 0 : 1,
    cells: [cell("R3", r3), cell("R4", r4)],
    digest: { items: { G1: { verdict: g1, gap } } },
  });
const rows: readonly CountyComparisonRow[] = [
  county("1", [0.3, 0.2]),
  county("2", [0.6, 0.9]),
  county("3", [null, 0.3], "not_met", 0.08),
  county("4", [0.4, 0.4]),
  county("5", [0.4, 0.4]),
  countyRow("6", null),
];
const places = (search: string, shown = rows): readonly string[] =>
  sidesOf(rows, shown, asked(search)).map(({ mark, row }) => `${mark}${row.countyCode}`);

describe("the counties beside each other", () => {
  it("are the reference county and those of the address, each with a mark that stays when another one goes", () => {
    expect(places("own=1&b=2&c=3&d=6")).toEqual(["a1", "b2", "c3", "d6"]);
    expect(places("own=1&c=3&d=6")).toEqual(["a1", "c3", "d6"]);
    expect(places("b=2&c=2&d=nobody")).toEqual(["b2"]);
  });
  it("are in their own view those that lead the page until two are chosen; no county fills a place that has published nothing", () => {
    expect(places("view=sides&own=3")).toEqual(["a3", "b1", "c2", "d4"]);
    expect(places("view=sides", rows.slice(3))).toEqual(["a4", "b5"]);
    expect(places("view=sides&b=5")).toEqual(["a1", "b5", "c2", "d3"]);
    expect(places("view=sides&b=5&c=4")).toEqual(["b5", "c4"]);
    expect(places("own=3")).toEqual(["a3"]);
  });
  it("are marked by their letter, the reference county by its word too", () => {
    const sides = sidesOf(rows, rows, asked("own=1&b=2"));
    expect(rows.slice(0, 3).map((row) => markWords(t, sides, "1", row))).toEqual(["A 参照", "B", ""]);
  });
});

describe("their lines", () => {
  const query = asked("view=sides&own=1&b=2&c=3&d=6");
  const sides = sidesOf(rows, rows, query);
  const lines = sideLines(t, rows, sides, "cv");

  it("begin with the verdict, then come those on which their conclusions differ, the furthest apart first", () => {
    expect(lines.overall.cells.map(({ text }) => text)).toEqual(["达标", "达标", "差 1 项", "未发布"]);
    expect(lines.differing.map(({ key }) => key)).toEqual(["G1", "primary-R4", "primary-R3"]);
    expect(lines.differing.length + lines.alike.length).toBe(39);
  });
  it("tell a missing figure and an unpublished county apart from a pass", () => {
    const [g1, , r3] = lines.differing;
    expect(r3?.cells.map(({ text, verdict }) => `${text} ${verdict}`)).toEqual([
      "0.300 met",
      "0.600 not_met",
      "— not_evaluable",
      "未发布 null",
    ]);
    expect(g1?.cells.map(({ text }) => text)).toEqual(["达标", "达标", "差 8.0%", "未发布"]);
    expect([r3?.standard, r3?.failing, r3?.unknown]).toEqual(["0.500", 1, 1]);
  });
  it("are all there, and none is said to be alike, while fewer than two counties have published", () => {
    const data = { rows, sides: sidesOf(rows, rows, asked("own=1&d=6")), own: "1", query: asked("view=sides&own=1&d=6") };
    expect(sideLines(t, rows, data.sides, "cv").alike).toEqual([]);
    expect(sidesTable(t, data).rows).toHaveLength(40);
  });
  it("say of an item how many fail it, also without a figure, and that what is drawn is a gap", () => {
    const more = [...rows, county("7", [0.4, 0.4], "not_met", null)];
    const spread = sideLines(t, more, sidesOf(more, more, asked("own=3&b=7")), "cv").alike.find(({ key }) => key === "G1")?.spread;
    if (spread === undefined || spread === null) throw new Error("nothing to place");
    expect(spreadText(t, spread, sidesOf(more, more, asked("own=3&b=7")))).toBe(
      "达标 4 县，不达标 2，无法评定 0，与标准的相对差距最低 0.0%，最高 8.0%、3 8.0%",
    );
  });
  it("in file and picture are those of the page: without the folded ones, whose number they say, or with them", () => {
    for (const search of ["", "&all=1"]) {
      const data = { rows, sides, own: "1", query: asked(`view=sides&measure=cv&own=1&b=2&c=3&d=6${search}`) };
      const names = shownLines(lines, data.query).map(({ name }) => name);
      expect(names).toHaveLength(search === "" ? 4 : 40);
      expect(sidesTable(t, data).rows.map(([name]) => name)).toEqual(search === "" ? [...names, "另有 36 项各县相同。"] : names);
      const picture = sidesPicture(t, data, { title: "", notes: [], key: "" });
      expect(names.every((name) => picture.includes(`>${name}<`))).toBe(true);
      expect(picture).not.toContain("undefined");
    }
    expect(sidesTable(t, { rows, sides, own: "1", query }).head).toEqual([
      "指标",
      "标准",
      "1 A 参照",
      "2 B",
      "3 C",
      "6 D",
      "有差距的县数",
      "无法评定县数",
    ]);
  });
});

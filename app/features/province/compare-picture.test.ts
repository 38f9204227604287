import type { CountyComparisonRow } from "@server/province/contract";
import { countyRow } from "@test/support/county-row";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { comparePicture } from "./compare-picture";
import { compareQuery } from "./compare-query";
import { sheetOf } from "./compare-sheet";
import { framed, widthOf, wrapped } from "./picture";
import { markWords, type Side } from "./sides";
import { sidesPicture } from "./sides-file";

registerLanguage("zh-CN", zhCN);
registerLanguage("en", en);

const name = "积石山保安族东乡族撒拉族自治县";
const row: CountyComparisonRow = { ...countyRow("1", {}), countyName: name, cityName: "黔西南布依族苗族自治州" };
const other: CountyComparisonRow = { ...countyRow("2", {}), countyName: "巴马瑶族自治县" };
const rows = [row, other];
const sides: readonly Side[] = [
  { mark: "a", row },
  { mark: "b", row: other },
];
const texts = { title: "", notes: [], key: "", unpublished: "" };
const query = (view: string) => compareQuery(new URL(`https://hengce.example/province/compare?view=${view}&own=1`));

/** Left end of a text in its own group. */
const leftOf = (svg: string, words: string): number => Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${words}<`).exec(svg)?.[1]);
const widthsOf = (svg: string): number => Number(/width="([\d.]+)"/.exec(svg)?.[1]);

describe.each(["zh-CN", "en"] as const)("a picture of counties with long names in %s", (locale) => {
  const { t } = translatorFor(locale);
  const marked = (one: CountyComparisonRow): string => markWords(t, sides, "1", one);

  it.each(["ranking", "multiples"])("has the mark of a county behind its name, in view %s", (view) => {
    const sheet = sheetOf(t, locale, query(view), 2026, { money: {} });
    const svg = comparePicture(view, sheet, rows, { own: "1", sides, marked }, texts);
    const end = leftOf(svg, name) + widthOf(name);
    // A mark reaches 5 px to each side of its middle, 8 px before its letter.
    expect(leftOf(svg, marked(row)) - 8 - 5).toBeGreaterThanOrEqual(end);
  });
  it("has room for each name and mark at the head of its column beside others", () => {
    const svg = sidesPicture(t, { rows, sides, own: "1", query: query("sides") }, texts);
    const [first, second] = [`${marked(row)} ${name}`, `${marked(other)} ${other.countyName}`];
    expect(leftOf(svg, first) + widthOf(first)).toBeLessThanOrEqual(leftOf(svg, second) - 8 - 5);
  });
});

describe("the words about a picture", () => {
  it.each([zhCN, en])("are in lines within its width", ({ comparing }) => {
    for (const key of Object.values(comparing.key)) {
      const lines = wrapped(key, 600);
      expect(lines.every((line) => widthOf(line) <= 600 && !/^[，。；、：）]/.test(line))).toBe(true);
      expect(lines.join("").replaceAll(" ", "")).toBe(key.replaceAll(" ", ""));
      const svg = framed(600, 100, { title: "", notes: [key], key }, "");
      expect(widthsOf(svg)).toBe(632);
      expect(svg.match(/<text/g)?.length).toBe(lines.length + wrapped(key, (600 * 12) / 11).length);
    }
  });
});

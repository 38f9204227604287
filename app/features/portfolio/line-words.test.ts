import type { FrontierPoint } from "@server/province/portfolio-contract";
import { portfolioLine } from "@test/support/portfolio-line";
import { beforeAll, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { lineWords } from "./line-words";

beforeAll(() => {
  registerLanguage("zh-CN", zhCN);
  registerLanguage("en", en);
});

const whole = (verdict: "met" | "not_met" | "not_evaluable", failing: NonNullable<FrontierPoint["whole"]>["failing"] = [], open = 0) => ({
  whole: { verdict, failing, open },
});
const clear = { vetoes: "met", eligibility: "met", extras: "met" } as const;
const county = portfolioLine("1", { stated: clear });

it("says beside a plan what it does not mend: items that fail or are open, vetoes, eligibility, local indicators", () => {
  const { rest } = lineWords(translatorFor("zh-CN").t);
  expect(rest({ stated: clear }, whole("met"))).toBe("全部达标");
  expect(rest({ stated: clear }, whole("not_met", ["G4", "Q2"], 1))).toBe("差 2 项（G4、Q2）、1 项无法评定");
  const stated = { vetoes: "not_evaluable", eligibility: "not_met", extras: "not_met" } as const;
  expect(rest({ stated }, whole("not_met"))).toBe("一票否决未申明、不符合申报条件、地方指标不达标");
  expect(rest({ stated: { ...clear, vetoes: "not_met" } }, whole("not_met"))).toBe("有一票否决情形");
  expect([rest({ stated: clear }, undefined), rest({ stated: null }, { whole: null })]).toEqual(["", ""]);
  expect(lineWords(translatorFor("en").t).rest({ stated: clear }, whole("not_met", ["G4"]))).toBe("1 item fails (G4)");
});

it("says under a grant nothing of a plan that nobody takes, and without a grant what the least money leaves", () => {
  const point = (targetYear: number, costWan: number, item: "G4" | "Q2"): FrontierPoint => ({
    targetYear,
    state: "passes",
    by: "fast",
    costWan,
    boundWan: null,
    years: [],
    ...whole("not_met", [item]),
  });
  const { wholeByGrant, wholeByLeast } = lineWords(translatorFor("zh-CN").t);
  const line = { ...county, points: [point(2028, 90, "G4"), point(2030, 40, "Q2")] };
  expect(wholeByLeast(line)).toBe("差 1 项（Q2）");
  expect(wholeByGrant(line)).toBe("");
  expect(wholeByGrant({ ...line, targetYear: 2028 })).toBe("差 1 项（G4）");
  expect(wholeByGrant({ ...line, baselineYear: 2030 })).toBe("差 1 项（Q2）");
});

import { expect, it } from "vitest";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { summaryText } from "./outline-text";

const { t } = registerLanguage("zh-CN", zhCN);

const trained = (startYear: number, endYear: number): string =>
  summaryText(
    t,
    {
      id: "L1",
      type: "train_backbone",
      summary: {
        key: "train_backbone.school",
        params: { schoolCode: "1", stage: "primary", count: 2, reached: 1.2, startYear, endYear, effectYear: startYear, annualCostWan: 2 },
      },
    } as unknown as Parameters<typeof summaryText>[1],
    () => "梅坡小学",
  );

it("writes a span of years as from and to, and a span of one year as the year", () => {
  expect(trained(2027, 2029)).toContain("2027–2029 年");
  expect(trained(2029, 2029)).toContain("预计 1.2 人，2029 年，");
});

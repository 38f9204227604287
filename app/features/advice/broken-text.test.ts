import { expect, it } from "vitest";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { brokenText } from "./broken-text";

registerLanguage("zh-CN", zhCN);
const { t } = translatorFor("zh-CN");

it("names the items, schools and coefficients that no longer hold, and is silent where all do", () => {
  const broken = [
    { kind: "item", item: "G9" },
    { kind: "section", sectionId: "1001:primary", indicators: ["R1", "R2"] },
    { kind: "balance", stage: "junior", indicator: "R5" },
  ] as const;
  const text = brokenText(
    t,
    broken.map((one) => (one.kind === "section" ? { ...one, indicators: [...one.indicators] } : one)),
    (code) => `学校${code}`,
  );
  expect(text).toMatch(/G9 .*、学校1001 小学.*、.*初中/);
  expect(brokenText(t, [], String)).toBeNull();
});

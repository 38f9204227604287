import { judged, pairWith } from "@test/cases/compliance/basic/build";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { formatCv } from "~/components/format";
import { en } from "~/i18n/en";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { BasicBalanceTable } from "./BasicBalanceTable";
import { GrowthTable } from "./GrowthTable";
import { PartsTable } from "./PartsTable";

const assessment = judged(
  { schools: [...pairWith("primary", Array<number>(8).fill(0.65)), ...pairWith("junior", Array<number>(8).fill(0.2))] },
  { "basic.standards.use": "judged" },
);

describe.each([
  ["zh-CN", zhCN, ["综合差异系数", "达标", "无法评定", "教学及辅助用房"]],
  ["en", en, ["Composite coefficient", "Met", "Not evaluable", "Teaching area per pupil"]],
] as const)("the page of basic balance in %s", (locale, texts, words) => {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={registerLanguage(locale, texts)}>
      <BasicBalanceTable stages={assessment.stages} coefficient={(_, cv) => formatCv(cv)} />
      <GrowthTable items={assessment.growth.items} />
      <PartsTable {...assessment} standards={{ ...assessment.standards, met: 0, notMet: 0, open: 0 }} />
    </I18nextProvider>,
  );

  it("shows coefficients, composite, growths and the gate in words of the language", () => {
    for (const word of words) expect(html).toContain(word);
    for (const figure of ["0.650", "0.200", "12.5%", "9.09%", "5.26%"]) expect(html).toContain(figure);
  });

  it("has a text for everything", () => {
    expect(html).not.toMatch(/compliance:|basic\.|\{\{/);
  });
});

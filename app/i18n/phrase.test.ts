import { expect, test } from "vitest";
import { en } from "./en";
import { registerLanguage } from "./instance";
import { phrase } from "./phrase";
import { zhCN } from "./zh-CN";

test.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("fills the blanks of a text as the catalogue does (%s)", (locale, texts) => {
  const { t } = registerLanguage(locale, texts);
  const values = { school: "$1 {{value}} &amp; <b>", indicator: "R3", value: "8.33", verdict: "—" };
  const filled = phrase(t("compliance:matrix.cell", { skipInterpolation: true }))(values);
  expect(filled).toContain(values.school);
  expect(filled).toBe(t("compliance:matrix.cell", { ...values, school: "SCHOOL" }).replace("SCHOOL", () => values.school));
});

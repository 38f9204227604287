import { smallCounty } from "@db/seeds/small-county";
import { unreportedCounty, unreportedSchool } from "@server/statistics/facts-contract";
import { beforeAll, expect, test } from "vitest";
import { en } from "~/i18n/en";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { fieldLabel } from "./field-label";

beforeAll(() => {
  registerLanguage("zh-CN", zhCN);
  registerLanguage("en", en);
});

const leaves = (value: unknown, path: string): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leaves(member, path === "" ? key : `${path}.${key}`))
    : [path];

const { county: stored, schools } = smallCounty();
const bands = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, null]));
const school = {
  ...unreportedSchool(),
  classSizes: { primary: bands, junior: bands, unsplit: bands },
  lineage: [{ year: 1, event: 1, fromCode: 1 }],
};
const county = {
  ...unreportedCounty(),
  declarations: { G1: { layout: null }, E: { monitoring: null } },
  vetoes: { V1: null, L9: null },
  monitoring: { arts: { level: null, differenceRate: null } },
  growth: { "2025": { appropriationWan: null, teacherPayJuniorWan: null } },
};

test.each(["zh-CN", "en"] as const)("every further fact has its words in %s", (locale) => {
  const { t } = translatorFor(locale);
  const labels = [leaves(school, ""), leaves(county, "county")].flatMap((paths) => {
    const words = paths.map((path) => fieldLabel(t, path));
    const twice = words.filter((word, index) => words.indexOf(word) !== index);
    expect(twice).toEqual([]);
    return words;
  });
  expect(labels.length).toBeGreaterThan(150);
  expect(labels.filter((label) => /:|\{\{|undefined|^[a-z]+\./u.test(label.replace(/^Lineage: /u, "")))).toEqual([]);
});

test.each(["zh-CN", "en"] as const)(
  "every figure of a stored school and county, and every list that is taken away, has its words in %s",
  (locale) => {
    const { t } = translatorFor(locale);
    const groups = ["primaryByGrade", "juniorByGrade"].flatMap((stage) => [`pupils.${stage}`, `classes.${stage}`, `history.2024.${stage}`]);
    const whole = [...groups, "teachers.primary", "teachers.junior", "classSizes.primary", "classSizes.junior", "classSizes.unsplit"];
    // Lists of the county compare by year and subject, as above.
    const paths = [...whole, ...schools.flatMap((one) => leaves(one, "")), ...leaves({ ...stored, monitoring: {}, growth: {} }, "county")];
    const labels = paths.map((path) => fieldLabel(t, path));
    expect(labels.filter((label) => label === "" || /\{\{|undefined|(?:^|[\s·（])[a-z_]+\.[A-Za-z_]/u.test(label))).toEqual([]);
    expect(paths.length).toBeGreaterThan(1000);
  },
);

test("labels say whose figure it is", () => {
  const { t } = translatorFor("zh-CN");
  expect(fieldLabel(t, "classSizes.junior.9")).toBe("初中 66 人及以上 的班");
  expect(fieldLabel(t, "county.growth.2025.appropriationWan")).toBe("2025 年 · 义务教育财政拨款（万元）");
  expect(fieldLabel(t, "county.survey.parents.valid")).toBe("调查对象：家长 · 有效问卷");
  expect(fieldLabel(t, "county.vetoes.L9")).toBe("否决事项 L9");
});

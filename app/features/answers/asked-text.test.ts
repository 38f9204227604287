import { planRequestSchema } from "@server/planning/contract";
import { beforeAll, expect, test } from "vitest";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { askedText } from "./asked-text";

beforeAll(() => registerLanguage("zh-CN", zhCN));

const text = (request: object): string =>
  askedText(translatorFor("zh-CN").t, planRequestSchema.parse({ targetYear: 2029, lasting: false, rotationShare: null, ...request }));

test("what was asked of a plan is its year, and each limit that was set", () => {
  expect(text({ clauses: [] })).toBe("资源配置 2029 年达标");
  expect(text({ clauses: ["G4", "G11"] })).toMatch(/^资源配置 2029 年达标；同时达到G4 .+、G11 .+$/);
  expect(
    text({
      milestones: [{ year: 2027, share: 0.6 }],
      annualBudgetWan: 1200,
      kinds: ["build_classrooms", "hire_teachers"],
      mergers: [{ schoolCode: "3100000001", toCode: "3100000002" }],
    }),
  ).toBe("资源配置 2029 年达标；2027 年 60% 的学校达标；年度预算不超过 1200.0 万元；只用扩建教学用房、招聘教师；可撤并 1 所学校");
});

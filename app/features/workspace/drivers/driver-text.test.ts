import type { Whole } from "@server/compliance/whole-contract";
import { beforeAll, expect, test } from "vitest";
import { registerLanguage, translatorFor } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { driverText } from "./driver-text";

beforeAll(() => void registerLanguage("zh-CN", zhCN));

test("the county is told by its counts, and by its verdict where no count tells it", () => {
  const value = (whole: Whole) => driverText(translatorFor("zh-CN").t, { kind: "county", ...whole }).value;
  expect(value({ verdict: "not_met", failing: 14, open: 3 })).toBe("差 14 项 · 无法评定 3 项");
  expect(value({ verdict: "not_evaluable", failing: 0, open: 3 })).toBe("无法评定 3 项");
  expect(value({ verdict: "not_met", failing: 0, open: 3 })).toBe("不达标 · 无法评定 3 项");
  expect(value({ verdict: "not_evaluable", failing: 0, open: 0 })).toBe("无法评定");
  expect(value({ verdict: "met", failing: 0, open: 0 })).toBe("达标");
});

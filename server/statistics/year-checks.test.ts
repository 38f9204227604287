import { expect, test } from "vitest";
import { isJump } from "./year-checks";

test("a figure jumps by the limits of its own check, on either stage", () => {
  expect(isJump("teachers.junior.fullTime", 20, 27)).toBe(false);
  expect(isJump("teachers.junior.fullTime", 20, 28)).toBe(true);
  expect(isJump("teachers.primary.fullTime", 100, 130)).toBe(false);
  expect(isJump("facilities.equipmentValueWan", 100, 190)).toBe(false);
  expect(isJump("facilities.equipmentValueWan", 100, 201)).toBe(true);
});

test("a figure without a check of its own jumps like pupils: by three tenths, and by twenty at least", () => {
  expect(isJump("pupils.primaryByGrade.0", 30, 45)).toBe(false);
  expect(isJump("pupils.primaryByGrade.0", 60, 85)).toBe(true);
  expect(isJump("pupils.primaryByGrade.0", 85, 59)).toBe(true);
  expect(isJump("staff.total", 0, 50)).toBe(false);
});

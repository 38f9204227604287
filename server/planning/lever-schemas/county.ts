import { countyFactKeys } from "@server/statistics/facts-contract";
import { z } from "zod";
import { declaredItems, trajectoryModes } from "../lever-kinds";
import { endYear, leverBase, moneyWan, schoolCode, share, year } from "./base";

/** 提高生均公用经费: no public school has less than this a pupil. */
export const publicFundsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("public_funds"),
  schoolCode: schoolCode.describe("empty: every public school"),
  primaryYuan: z.number().min(0).max(100_000).describe("budget a primary pupil and year, yuan"),
  juniorYuan: z.number().min(0).max(100_000),
  smallAsHundred: z.boolean().describe("不足100人按100人核定: a school of fewer than 100 pupils gets the funds of 100"),
});

/** 提高教师培训经费占公用经费比例; paid out of the public funds. */
export const trainingFundsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("training_funds"),
  schoolCode: schoolCode.describe("empty: every public school"),
  fundsShare: share.describe("training funds ÷ public funds, at least"),
});

/** 提高特殊教育生均公用经费. */
export const specialFundsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("special_funds"),
  perPupilYuan: z.number().min(0).max(1_000_000),
});

/** 提高教师平均工资收入 to a share of the civil servants'. */
export const teacherPaySchema = z.strictObject({
  ...leverBase,
  type: z.literal("teacher_pay"),
  payShare: z.number().min(0).max(3).describe("teachers' average pay ÷ civil servants', at least"),
});

/** 县级指标走势: how a county figure goes on. */
export const countyFactSchema = z.strictObject({
  ...leverBase,
  type: z.literal("county_fact"),
  fact: z.enum(countyFactKeys).describe("key of the county facts"),
  mode: z.enum(trajectoryModes).describe("values by year; linear to the target; as_last_year keeps the last known one"),
  targetValue: z.number().min(0).max(1e12).nullable().describe("for linear"),
  targetYear: year.nullable().describe("for linear"),
  values: z.array(z.strictObject({ year, value: z.number().min(0).max(1e12) })).max(20),
  annualCostWan: moneyWan,
});

/** 申明: in which years the county declares an item of evidence as fulfilled, or that no veto occurred. */
export const declareSchema = z.strictObject({
  ...leverBase,
  type: z.literal("declare"),
  item: z.enum(declaredItems).describe("one statement, all of them, or that no veto occurred"),
  endYear,
  annualCostWan: moneyWan,
});

import { z } from "zod";

export const year = z.number().int().min(2000).max(2100);
export const share = z.number().min(0).max(1);
export const moneyWan = z.number().min(0).max(1e7);
export const schoolCode = z.string().max(20);
export const areaM2 = z.number().min(0).max(1e6);
export const persons = z.number().min(0).max(100_000);

const factor = z.number().min(0.1).max(5);
const delayYears = z.number().int().min(0).max(5);

/**
 * How far a lever may turn out otherwise in a draw: low, likely and high of its cost and its delay, low and high of what is
 * reached of its quantity, whose likely value is the lever's own. A projection uses the figures as they are stated.
 */
export const uncertaintySchema = z.strictObject({
  costLow: factor.describe("lowest cost, as a factor of the stated one"),
  costLikely: factor.default(1).describe("likeliest cost, as a factor of the stated one"),
  costHigh: factor.describe("highest cost, as a factor of the stated one"),
  fulfilmentLow: share.describe("lowest share of the stated quantity that is reached"),
  fulfilmentHigh: share.describe("highest share of the stated quantity that is reached"),
  delayYearsMin: delayYears.default(0).describe("whole years by which it comes later at the least"),
  delayYearsLikely: delayYears.default(0).describe("likeliest delay, whole years"),
  delayYearsMax: delayYears.describe("whole years by which it may come later, at most"),
});
export type LeverUncertainty = z.infer<typeof uncertaintySchema>;

const unitPrice = z.number().min(0).max(1e9).default(0);

/** What every lever has. */
export const leverBase = {
  id: z.string().min(1).max(40),
  enabled: z.boolean().describe("false keeps the lever in the scenario without effect"),
  startYear: year.describe("statistics year in which the work or policy is started"),
  leadYears: z.number().int().min(0).max(6).describe("years from start until it counts; effect year = startYear + leadYears"),
  fundingSource: z.string().max(40).describe("资金来源"),
  responsibleUnit: z.string().max(40).describe("责任单位"),
  note: z.string().max(200),
  unitCapitalYuan: unitPrice.describe(
    "另计一次性费用: yuan for each room, post, m² or 万元 of its quantity (each post filled), for the whole where it counts none; beside the cost that its kind states",
  ),
  unitYearlyYuan: unitPrice.describe("另计每年费用: as unitCapitalYuan, yuan a year from the effect year to its end"),
  uncertainty: uncertaintySchema.default({
    costLow: 0.9,
    costLikely: 1,
    costHigh: 1.2,
    fulfilmentLow: 1,
    fulfilmentHigh: 1,
    delayYearsMin: 0,
    delayYearsLikely: 0,
    delayYearsMax: 0,
  }),
};

/** Last statistics year of a lever that does not last for ever. */
export const endYear = year.describe("last statistics year in which it holds");

export const unitCost = z.number().min(0).max(50_000).describe("yuan a m²");

/** Yearly programmes that give teachers an attribute: at one school, or over the county where it is lacking (empty code). */
export const programmeBase = {
  ...leverBase,
  schoolCode: schoolCode.describe("empty: the whole county, in proportion to those who lack it"),
  count: z.number().int().min(1).max(20_000).describe("persons a year"),
  fulfilment: share.describe("share of the stated number that is really reached"),
  endYear,
  costWanPerPerson: moneyWan,
};

import { growthYears } from "./build";
import type { BasicSituation } from "./situation";

const clear = { BV1: false, BV2: false, BV3: false, BV4: false };

export const basicCountySituations: readonly BasicSituation[] = [
  { name: "a county that meets every part is met", county: {}, verdict: "met", growthVerdict: "met", vetoes: "met", score: "met" },
  {
    name: "the appropriation growing exactly as fast as revenue fails: more is asked, not as much",
    county: {
      growth: growthYears({
        2023: { appropriationWan: 33_000, recurrentRevenueWan: 110_000 },
        2024: { appropriationWan: 36_300, recurrentRevenueWan: 121_000 },
      }),
    },
    growth: [["appropriation", 2024, "not_met", false]],
    verdict: "not_met",
  },
  {
    name: "three tenths against three tenths of another size are equal too, although doubles disagree",
    county: {
      growth: growthYears({
        2023: { appropriationWan: 0.3, recurrentRevenueWan: 0.7 },
        2024: { appropriationWan: 0.33, recurrentRevenueWan: 0.77 },
      }),
    },
    growth: [["appropriation", 2024, "not_met", false]],
  },
  {
    name: "the appropriation growing by a ten-thousandth of a point more passes, and is borderline",
    county: {
      growth: growthYears({
        2023: { appropriationWan: 1_000_000, recurrentRevenueWan: 1_000_000 },
        2024: { appropriationWan: 1_080_001, recurrentRevenueWan: 1_080_000 },
      }),
    },
    growth: [["appropriation", 2024, "met", true]],
  },
  {
    name: "a margin of 0.02 points passes and is not borderline",
    county: {
      growth: growthYears({
        2023: { appropriationWan: 64_808, recurrentRevenueWan: 71_385 },
        2024: { appropriationWan: 70_577, recurrentRevenueWan: 77_726 },
      }),
    },
    growth: [["appropriation", 2024, "met", false]],
  },
  {
    name: "a margin of 0.04 points passes",
    county: {
      growth: growthYears({
        2023: { appropriationWan: 59_953, recurrentRevenueWan: 66_063 },
        2024: { appropriationWan: 64_808, recurrentRevenueWan: 71_385 },
      }),
    },
    growth: [["appropriation", 2024, "met", false]],
  },
  {
    name: "falling revenue and an appropriation that falls less passes",
    county: {
      growth: growthYears({
        2023: { appropriationWan: 30_335, recurrentRevenueWan: 97_951 },
        2024: { appropriationWan: 27_810, recurrentRevenueWan: 88_147 },
      }),
    },
    growth: [["appropriation", 2024, "met", false]],
  },
  {
    name: "falling revenue and an appropriation that falls more fails",
    county: {
      growth: growthYears({
        2023: { appropriationWan: 30_000, recurrentRevenueWan: 90_000 },
        2024: { appropriationWan: 26_000, recurrentRevenueWan: 85_000 },
      }),
    },
    growth: [["appropriation", 2024, "not_met"]],
    verdict: "not_met",
  },
  {
    name: "expenditure a primary pupil that stays the same fails",
    county: { growth: growthYears({ 2024: { expenditurePrimaryYuan: 12_100 } }) },
    growth: [["expenditurePrimary", 2024, "not_met", false]],
    growthVerdict: "not_met",
  },
  {
    name: "expenditure a junior pupil that rises by one yuan passes: it is shown as 0.01 %",
    county: { growth: growthYears({ 2023: { expenditureJuniorYuan: 18_100 }, 2024: { expenditureJuniorYuan: 18_101 } }) },
    growth: [["expenditureJunior", 2024, "met", false]],
  },
  {
    name: "expenditure a junior pupil that rises by a cent passes, and is borderline since it is shown as 0.00 %",
    county: { growth: growthYears({ 2023: { expenditureJuniorYuan: 18_100 }, 2024: { expenditureJuniorYuan: 18_100.01 } }) },
    growth: [["expenditureJunior", 2024, "met", true]],
  },
  {
    name: "public funds a primary pupil that fall fail",
    county: { growth: growthYears({ 2024: { publicFundsPrimaryYuan: 809 } }) },
    growth: [["publicFundsPrimary", 2024, "not_met"]],
  },
  {
    name: "public funds a junior pupil that fall in the earlier of the two years fail, although they rise after",
    county: { growth: growthYears({ 2023: { publicFundsJuniorYuan: 990 } }) },
    growth: [
      ["publicFundsJunior", 2023, "not_met"],
      ["publicFundsJunior", 2024, "met"],
    ],
    growthVerdict: "not_met",
  },
  {
    name: "with one year to be judged, the earlier fall does not matter",
    county: { growth: growthYears({ 2023: { publicFundsJuniorYuan: 990 } }) },
    readings: { "basic.growth.years": 1 },
    growthVerdict: "met",
    verdict: "met",
  },
  {
    name: "with three years to be judged, three years of figures leave the first one open",
    county: {},
    readings: { "basic.growth.years": 3 },
    growth: [["appropriation", 2022, "not_evaluable"]],
    growthVerdict: "not_evaluable",
    verdict: "incomplete",
  },
  {
    name: "teacher pay that stands still fails",
    county: { growth: growthYears({ 2024: { teacherPayPrimaryWan: 8.2 } }) },
    growth: [["teacherPayPrimary", 2024, "not_met", false]],
  },
  {
    name: "teacher pay of the junior stage that is not reported leaves the growths open",
    county: { growth: growthYears({ 2024: { teacherPayJuniorWan: null } }) },
    growth: [["teacherPayJunior", 2024, "not_evaluable"]],
    growthVerdict: "not_evaluable",
    verdict: "incomplete",
  },
  {
    name: "a definite fall fails even where another figure is missing",
    county: { growth: growthYears({ 2024: { teacherPayJuniorWan: null, publicFundsPrimaryYuan: 1 } }) },
    growthVerdict: "not_met",
    verdict: "not_met",
  },
  {
    name: "a county that reports no money cannot be judged",
    county: { growth: [] },
    growthVerdict: "not_evaluable",
    verdict: "incomplete",
  },
  {
    name: "figures that end a year early do not stand in for the last year",
    county: { growth: growthYears().slice(0, 2) },
    growth: [["appropriation", 2024, "not_evaluable"]],
    growthVerdict: "not_evaluable",
  },
  {
    name: "a gap of one year leaves both comparisons open",
    county: { growth: growthYears().filter(({ fiscalYear }) => fiscalYear !== 2023) },
    growth: [
      ["appropriation", 2023, "not_evaluable"],
      ["appropriation", 2024, "not_evaluable"],
    ],
  },
  {
    name: "growth from zero has no rate",
    county: { growth: growthYears({ 2023: { appropriationWan: 0 } }) },
    growth: [["appropriation", 2024, "not_evaluable"]],
  },
  {
    name: "years listed in another order are the same years",
    county: { growth: growthYears().reverse() },
    growthVerdict: "met",
    verdict: "met",
  },
  {
    name: "growths that are only shown do not fail the county",
    county: { growth: growthYears({ 2024: { teacherPayPrimaryWan: 1 } }) },
    readings: { "basic.growth.use": "shown" },
    growthVerdict: "not_met",
    verdict: "met",
  },
  {
    name: "one veto fails a county that meets all else",
    county: { vetoes: { ...clear, BV4: true } },
    vetoes: "not_met",
    verdict: "not_met",
  },
  {
    name: "a veto that is not declared leaves the county incomplete",
    county: { vetoes: { BV1: false, BV2: false, BV3: false } },
    vetoes: "not_evaluable",
    verdict: "incomplete",
  },
  {
    name: "a veto that has occurred fails even where another is not declared",
    county: { vetoes: { BV2: true } },
    vetoes: "not_met",
    verdict: "not_met",
  },
  {
    name: "a veto that a province adds counts like the national ones",
    county: { vetoes: { ...clear, BL1: true } },
    readings: { "basic.vetoes": [{ id: "BL1", title: { "zh-CN": "控辍保学不力", en: "Drop-outs are not prevented" } }] },
    vetoes: "not_met",
  },
  {
    name: "rules without vetoes are not held up by them",
    county: { vetoes: {} },
    readings: { "basic.vetoes": [] },
    vetoes: "met",
    verdict: "met",
  },
  { name: "a score of exactly 85 passes", county: { government: 85 }, score: "met", verdict: "met" },
  { name: "a score of 84.9 fails", county: { government: 84.9 }, score: "not_met", verdict: "not_met" },
  {
    name: "a score that is not reported leaves the county incomplete",
    county: { government: null },
    score: "not_evaluable",
    verdict: "incomplete",
  },
  {
    name: "satisfaction below 85 % is shown and fails nobody",
    county: { satisfaction: 0.6 },
    satisfaction: "not_met",
    verdict: "met",
  },
  {
    name: "satisfaction of exactly 85 % passes where it is judged",
    county: { satisfaction: 0.85 },
    readings: { "basic.satisfaction.use": "judged" },
    satisfaction: "met",
    verdict: "met",
  },
  {
    name: "satisfaction of 84.99 % fails where it is judged",
    county: { satisfaction: 0.8499 },
    readings: { "basic.satisfaction.use": "judged" },
    satisfaction: "not_met",
    verdict: "not_met",
  },
  {
    name: "satisfaction that nobody asked for is open where it is judged",
    county: { satisfaction: null },
    readings: { "basic.satisfaction.use": "judged" },
    satisfaction: "not_evaluable",
    verdict: "incomplete",
  },
  {
    name: "without the standards of the province the gate cannot be judged, and the county is incomplete",
    county: {},
    readings: { "basic.standards.use": "judged" },
    standards: "not_evaluable",
    verdict: "incomplete",
  },
  {
    name: "a failure elsewhere fails the county even without the standards of the province",
    county: { government: 50 },
    readings: { "basic.standards.use": "judged" },
    standards: "not_evaluable",
    verdict: "not_met",
  },
];

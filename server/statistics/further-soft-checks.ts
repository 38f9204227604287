import type { CheckReporter } from "./check-report";
import { type School, stagesOfType } from "./contract";
import { pupilsOfSchool } from "./further-checks";
import type { FurtherSheetKey } from "./workbook/layout";
import { headingOfPath } from "./workbook/layout";

/** Soft checks of the further facts of a school: figures that are possible but unlikely, or that other tables do not bear out. */

/** Limits beyond which a planner should look at a figure again. */
export const likelyFurtherLimits = {
  /** 三年巩固率. */
  retention: { min: 0.8, max: 1.1 },
  /** Share by which a figure of the retention sheet may differ from the pupils of past years. */
  retentionDiffers: 0.1,
  retentionDiffersAtLeast: 5,
  /** Yuan of public funds a pupil and year. */
  publicFundsYuan: { min: 200, max: 20_000 },
  /** Final account to budget. */
  accountToBudget: { min: 0.5, max: 2 },
  /** Pupils below which money a pupil is not judged: small schools are funded as larger ones. */
  ratioPupils: 100,
} as const;

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

const checkRetention = (school: School, report: CheckReporter): void => {
  const { graduates, entrants, transferredIn, transferredOut, died } = school.retention;
  if (graduates === null || entrants === null || transferredIn === null || transferredOut === null || died === null) return;
  const left = entrants - died;
  const rate = left <= 0 ? null : (graduates - transferredIn + transferredOut) / left;
  const { min, max } = likelyFurtherLimits.retention;
  if (rate !== null && (rate < min || rate > max))
    report.school("warning", "retentionUnlikely", school, "retention.graduates", { percent: round(rate * 100), graduates, entrants });
};

/** The graduates were in grade 9 a year ago, and in grade 7 three years ago. */
const checkRetentionHistory = (school: School, statisticsYear: number, report: CheckReporter): void => {
  for (const [key, yearsBack, grade] of [
    ["graduates", 1, 2],
    ["entrants", 3, 0],
  ] as const) {
    const stated = school.retention[key];
    const past = school.history.find(({ year }) => year === statisticsYear - yearsBack)?.juniorByGrade?.[grade] ?? null;
    if (stated === null || past === null) continue;
    const apart = Math.abs(stated - past);
    if (apart >= likelyFurtherLimits.retentionDiffersAtLeast && apart > past * likelyFurtherLimits.retentionDiffers)
      report.school("warning", "retentionAgainstHistory", school, `retention.${key}`, {
        heading: headingOfPath(`retention.${key}`),
        stated,
        year: statisticsYear - yearsBack,
        grade: grade + 7,
        past,
      });
  }
};

const checkMoney = (school: School, report: CheckReporter): void => {
  const { publicFundsBudgetWan: budget, publicFundsActualWan: actual, trainingBudgetWan: training } = school.money;
  const pupils = pupilsOfSchool(school);
  const { min, max } = likelyFurtherLimits.publicFundsYuan;
  if (budget !== null && pupils !== null && pupils >= likelyFurtherLimits.ratioPupils) {
    const each = (budget * 10_000) / pupils;
    if (each < min || each > max)
      report.school("warning", "publicFundsUnlikely", school, "money.publicFundsBudgetWan", { each: round(each), pupils, budget });
  }
  if (budget !== null && actual !== null && budget > 0) {
    const share = actual / budget;
    if (share < likelyFurtherLimits.accountToBudget.min || share > likelyFurtherLimits.accountToBudget.max)
      report.school("warning", "accountAgainstBudget", school, "money.publicFundsActualWan", { budget, actual });
  }
  if (budget !== null && training !== null && training > budget)
    report.school("warning", "trainingAboveFunds", school, "money.trainingBudgetWan", { training, budget });
};

const checkNewcomers = (school: School, report: CheckReporter): void => {
  for (const [stage, key, grades] of [
    ["primary", "entrantsPrimary", school.pupils.primaryByGrade],
    ["junior", "entrantsJunior", school.pupils.juniorByGrade],
  ] as const) {
    const [stated, first] = [school.enrolment[key], grades?.[0] ?? null];
    if (stated === null || first === null || stated <= first) continue;
    report.school("warning", "entrantsAboveFirstGrade", school, `enrolment.${key}`, {
      heading: headingOfPath(`enrolment.${key}`),
      stated,
      first,
      at: report.cellOf(school, `pupils.${stage}ByGrade.0`),
    });
  }
};

const checkPosts = (school: School, report: CheckReporter): void => {
  const { posts, postsFilled } = school.staff;
  if (posts !== null && postsFilled !== null && postsFilled > posts)
    report.school("warning", "postsOverfilled", school, "staff.postsFilled", { filled: postsFilled, posts });
};

/** All soft checks of a school's further facts. */
export const unlikelyFurtherFacts = (school: School, statisticsYear: number, report: CheckReporter): void => {
  checkRetention(school, report);
  checkRetentionHistory(school, statisticsYear, report);
  checkMoney(school, report);
  checkNewcomers(school, report);
  checkPosts(school, report);
};

export interface Missing {
  readonly cells: number;
  readonly schools: number;
}

/** Cells that every school of ordinary stages is asked for, by sheet. What only some schools have is not asked for. */
const asked = (school: School): readonly (readonly [FurtherSheetKey, readonly (number | boolean | string | null)[]])[] => {
  const taught = stagesOfType[school.type];
  const { enrolment, staff, specialRooms, money, quality, retention, classSizes } = school;
  const zoned = school.locality !== "rural" && school.ownerCode !== 10 && school.conditions.boarding !== true;
  const inZone = { primary: enrolment.inZonePrimary, junior: enrolment.inZoneJunior } as const;
  const sizes = classSizes.unsplit ?? taught.flatMap((stage) => classSizes[stage] ?? [null]);
  return [
    ["classSizes", sizes],
    ["rooms", Object.values(specialRooms)],
    ["conditions", [enrolment.migrantWorkerChildren, ...(zoned ? taught.map((stage) => inZone[stage]) : [])]],
    ["staff", [staff.certified, staff.trained360]],
    ["money", [money.publicFundsBudgetWan, money.trainingBudgetWan]],
    ["quality", Object.values(quality)],
    ...(taught.includes("junior") ? [["retention", Object.values(retention)] as const] : []),
  ];
};

/** Cells of the further sheets that are asked for and not reported. A sheet of which nothing is filled in is not counted cell by cell. */
export const furtherMissing = (schools: readonly School[]): ReadonlyMap<FurtherSheetKey, Missing> => {
  const counts = new Map<FurtherSheetKey, Missing & { readonly filled: number }>();
  for (const school of schools.filter(({ type }) => stagesOfType[type].length > 0)) {
    for (const [sheet, cells] of asked(school)) {
      const empty = cells.filter((cell) => cell === null).length;
      const count = counts.get(sheet) ?? { cells: 0, schools: 0, filled: 0 };
      counts.set(sheet, {
        cells: count.cells + empty,
        schools: count.schools + (empty > 0 ? 1 : 0),
        filled: count.filled + cells.length - empty,
      });
    }
  }
  return new Map(
    [...counts].flatMap(([sheet, { cells, schools: of, filled }]) =>
      cells > 0 && filled > 0 ? [[sheet, { cells, schools: of }] as const] : [],
    ),
  );
};

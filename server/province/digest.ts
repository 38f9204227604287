import {
  type CountyAssessment,
  type IndicatorState,
  indicatorStateSchema,
  resourceIndicators,
  verdictSchema,
} from "@server/compliance/contract";
import { eligibilitySchema, type ItemResult, itemIdSchema, itemIds, overallSchema } from "@server/compliance/items-contract";
import { type CountyDataset, pupilsOfStage, type School, type Stage, stages } from "@server/statistics/contract";
import { z } from "zod";

const nullableNumber = z.number().nullable();

/** What a comparison needs of a snapshot without opening it: 120 counties are read for one page. */
export const digestSchema = z.strictObject({
  overall: overallSchema.nullable(),
  eligibility: eligibilitySchema.nullable(),
  items: z.partialRecord(itemIdSchema, z.strictObject({ verdict: verdictSchema, gap: nullableNumber })).nullable(),
  /** School sections that cannot be judged; null in a snapshot that does not say. */
  sectionsNotEvaluable: z.number().int().nullable().default(null),
  /** What counties are likened on. */
  likeness: z.strictObject({
    pupils: nullableNumber,
    schools: z.number().int(),
    ruralShare: nullableNumber,
    pupilsPerSchool: nullableNumber,
    revenuePerHeadYuan: nullableNumber,
  }),
  /** Least resources that would lift every section known to fail to its standards, in base units (persons, m², yuan, rooms). */
  needs: z.strictObject({
    R1: z.number(),
    R2: z.number(),
    R3: z.number(),
    R4: z.number(),
    R5: z.number(),
    R6: z.number(),
    R7: z.number(),
  }),
  /** The baseline that the county published: one line a year, base year first. Verdict, counts and distance are of the resource part. */
  baseline: z.array(
    z.strictObject({
      year: z.number().int(),
      verdict: verdictSchema,
      failing: z.number().int(),
      notEvaluable: z.number().int(),
      distance: z.number(),
      /** All 32 indicators and the vetoes together, and what of the 25 items fails or is open; null in a snapshot that does not say. */
      whole: z
        .strictObject({ verdict: verdictSchema, itemsFailing: z.number().int(), itemsOpen: z.number().int() })
        .nullable()
        .default(null),
    }),
  ),
});
export type Digest = z.infer<typeof digestSchema>;

/** Sections of a stage by indicator, for distributions: value and state of each, worst first. */
export const stripSchema = z.array(
  z.strictObject({ school: z.string(), type: z.string(), value: nullableNumber, state: indicatorStateSchema }),
);
export type Strip = z.infer<typeof stripSchema>;
export type Strips = Readonly<Record<Stage, Readonly<Record<(typeof resourceIndicators)[number], Strip>>>>;

const ratioGap = (value: number, limit: number): number | null => (limit === 0 ? null : Math.abs(value - limit) / Math.abs(limit));

/** The largest relative gap of an item's figures to their limits; null where an item does not convert to a ratio. */
const gapOf = ({ verdict, figures, limits }: ItemResult): number | null => {
  if (verdict !== "not_met") return verdict === "met" ? 0 : null;
  const gaps = Object.entries(limits).flatMap(([name, limit]) => {
    const value = figures[name];
    const gap = value === null || value === undefined ? null : ratioGap(value, limit);
    return gap === null ? [] : [gap];
  });
  return gaps.length === 0 ? null : Math.max(...gaps);
};

/** What the items that convert to a ratio add to the distance of the resource part. */
export const itemsDistance = ({ items }: Pick<Digest, "items">): number =>
  Object.values(items ?? {}).reduce((sum, item) => sum + (item?.gap ?? 0), 0);

/** Pupils of compulsory education; missing figures count as none, for a share only. */
const knownPupils = (school: School): number => (pupilsOfStage(school, "primary") ?? 0) + (pupilsOfStage(school, "junior") ?? 0);

const likenessOf = (assessment: CountyAssessment, dataset: CountyDataset): Digest["likeness"] => {
  const { primary, junior } = assessment.stages;
  const pupils = primary.pupils === null || junior.pupils === null ? null : primary.pupils + junior.pupils;
  const all = dataset.schools.reduce((sum, school) => sum + knownPupils(school), 0);
  const rural = dataset.schools.reduce((sum, school) => sum + (school.locality === "rural" ? knownPupils(school) : 0), 0);
  const schools = new Set([...primary.sections, ...junior.sections].map(({ schoolCode }) => schoolCode)).size;
  return {
    pupils,
    schools,
    ruralShare: all > 0 ? rural / all : null,
    pupilsPerSchool: pupils !== null && schools > 0 ? pupils / schools : null,
    revenuePerHeadYuan: dataset.county.facts.revenuePerHeadYuan,
  };
};

const needsOf = (assessment: CountyAssessment): Digest["needs"] => {
  const needs = { R1: 0, R2: 0, R3: 0, R4: 0, R5: 0, R6: 0, R7: 0 };
  for (const stage of stages)
    for (const section of assessment.stages[stage].sections)
      for (const indicator of resourceIndicators) needs[indicator] += section.indicators[indicator].needed ?? 0;
  return needs;
};

/** The digest of a snapshot that is about to be published. */
export const digestOf = (assessment: CountyAssessment, dataset: CountyDataset, baseline: Digest["baseline"]): Digest => ({
  overall: assessment.overall,
  eligibility: assessment.eligibility,
  items:
    assessment.items === null
      ? null
      : Object.fromEntries(
          itemIds.flatMap((id) => {
            const item = assessment.items?.[id];
            return item === undefined ? [] : [[id, { verdict: item.verdict, gap: gapOf(item) }]];
          }),
        ),
  sectionsNotEvaluable: assessment.stages.primary.sectionsNotEvaluable + assessment.stages.junior.sectionsNotEvaluable,
  likeness: likenessOf(assessment, dataset),
  needs: needsOf(assessment),
  baseline,
});

const order: Readonly<Record<IndicatorState, number>> = { below: 0, remainder: 1, met: 2, not_evaluable: 3 };

/** Distributions of the snapshot's sections. */
export const stripsOf = (assessment: CountyAssessment): Strips => {
  const ofStage = (stage: Stage) => {
    const strip = (indicator: (typeof resourceIndicators)[number]): Strip =>
      assessment.stages[stage].sections
        .map(({ schoolName, schoolType, indicators }) => ({
          school: schoolName,
          type: schoolType,
          value: indicators[indicator].value,
          state: indicators[indicator].state,
        }))
        .sort((a, b) => order[a.state] - order[b.state] || (a.value ?? 0) - (b.value ?? 0));
    return {
      R1: strip("R1"),
      R2: strip("R2"),
      R3: strip("R3"),
      R4: strip("R4"),
      R5: strip("R5"),
      R6: strip("R6"),
      R7: strip("R7"),
    };
  };
  return { primary: ofStage("primary"), junior: ofStage("junior") };
};

/** Stored digest → typed; null for a snapshot published before there were any. */
export const parseDigest = (stored: unknown): Digest | null => {
  const known = z.looseObject({ likeness: z.unknown() }).safeParse(stored);
  return known.success && known.data.likeness !== undefined ? digestSchema.parse(stored) : null;
};

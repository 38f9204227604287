import { z } from "zod";
import { type CountyAssessment, countyAssessmentSchema, resourceIndicators } from "./contract";

/**
 * Judgements that were kept or published before the further parts were judged (`hengce.assessment/1`). They
 * knew neither reliefs nor items, so nothing is added to them but that.
 */

type Loose = Readonly<Record<string, unknown>>;
const loose = z.record(z.string(), z.unknown());

const sectionOf = (section: Loose): Loose => {
  const indicators = loose.parse(section["indicators"]);
  return {
    ...section,
    indicators: Object.fromEntries(resourceIndicators.map((id) => [id, { ...loose.parse(indicators[id]), relief: null }])),
    relief: null,
  };
};

const stageOf = (stage: Loose): Loose => {
  const balance = loose.parse(stage["balance"]);
  return {
    ...stage,
    sections: z.array(loose).parse(stage["sections"]).map(sectionOf),
    balance: Object.fromEntries(resourceIndicators.map((id) => [id, { ...loose.parse(balance[id]), relief: null }])),
  };
};

const earlier = z.looseObject({
  format: z.literal("hengce.assessment/1"),
  statisticsYear: z.number().int(),
  stages: z.strictObject({ primary: loose, junior: loose }),
});

const upgraded = (stored: unknown): unknown => {
  const parsed = earlier.safeParse(stored);
  if (!parsed.success) return stored;
  const { stages, statisticsYear } = parsed.data;
  return {
    ...parsed.data,
    format: "hengce.assessment/2",
    judgedOn: `${statisticsYear}-09-01`,
    overall: null,
    stages: { primary: stageOf(stages.primary), junior: stageOf(stages.junior) },
    items: null,
    vetoes: [],
    eligibility: null,
    extras: [],
    sunsets: [],
  };
};

/** A judgement from storage, of this format or the one before it. */
export const storedAssessmentSchema: z.ZodType<CountyAssessment> = z.preprocess(upgraded, countyAssessmentSchema);

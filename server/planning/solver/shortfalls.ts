import type { PlanAnswer } from "../contract";
import { cvOf } from "./balance";
import { indexEffects } from "./effects";
import { type Elastic, leastLack } from "./elastic";
import { type Ground, stagesOf } from "./ground";
import type { Obligation } from "./obligation";
import { resourcesWith } from "./search";
import type { Task } from "./task";
import { askedOf } from "./trial";

type Shortfall = NonNullable<PlanAnswer["explanation"]>["shortfalls"][number];

/** Figures that are not reported, stages without a school that counts: no plan can be judged without them. */
export const missingFigures = ({ ground }: Task): Shortfall[] => {
  const [year] = ground.required;
  const planned = year === undefined ? undefined : ground.years.get(year);
  if (year === undefined || planned === undefined) return [];
  return stagesOf(planned).flatMap(({ stage, sections, indicators }): Shortfall[] => {
    const words = { key: "noSections" as const, params: { year, stage } };
    if (sections.length === 0) return [{ kind: "missing", stage, year, indicator: "R1", schoolCode: null, amount: null, words }];
    return sections.flatMap(({ code, resource }) =>
      indicators.flatMap(({ id }, position): Shortfall[] =>
        Number.isNaN(resource[position] ?? Number.NaN)
          ? [
              {
                kind: "missing",
                stage,
                year,
                indicator: id,
                schoolCode: code,
                amount: null,
                words: { key: "figureMissing", params: { schoolCode: code, stage, indicator: id } },
              },
            ]
          : [],
      ),
    );
  });
};

const milestoneShort = ({ milestones }: Ground, year: number, schools: number, lacking: number): Shortfall => {
  const milestone = milestones.find((own) => own.year === year);
  const asked = milestone === undefined ? 0 : askedOf(milestone, schools);
  const amount = Math.round(lacking * schools);
  return {
    kind: "milestone",
    stage: null,
    year,
    indicator: null,
    schoolCode: null,
    amount,
    words: { key: "milestoneShort", params: { year, schools, asked, reached: asked - amount, share: milestone?.share ?? 0 } },
  };
};

const obligationWords = {
  music_room: "specialRoomsShort",
  art_room: "specialRoomsShort",
  classrooms: "classroomsShort",
  teachers: "teachersShort",
} as const;

/** Rooms or persons that a school lacks for a clause. */
const obligationShort = ({ clause, kind, year, code, stage, least }: Obligation, relative: number): Shortfall => {
  const amount = relative * least;
  const whole = kind === "teachers" ? amount : Math.ceil(amount - 1e-6);
  const room = kind === "music_room" ? "music" : "art";
  const params = kind.endsWith("_room") ? { schoolCode: code, room, rooms: whole } : { schoolCode: code, amount: whole };
  return {
    kind: "clause",
    clause,
    stage,
    year,
    indicator: null,
    schoolCode: code,
    amount: whole,
    words: { key: obligationWords[kind], params: stage === null ? params : { ...params, stage } },
  };
};

/** Persons who would have to rotate more. */
const rotationShort = ({ clauses: { rotation } }: Ground, year: number, relative: number): Shortfall => {
  const asked = rotation?.least ?? 0;
  const backboneAsked = asked * (rotation?.backboneShare ?? 0);
  const rotated = (1 - relative) * asked;
  const params = { rotated, asked, backbone: (1 - relative) * backboneAsked, backboneAsked };
  return {
    kind: "clause",
    clause: "G11",
    stage: null,
    year,
    indicator: null,
    schoolCode: null,
    amount: asked - rotated,
    words: { key: "rotationShort", params },
  };
};

/** What is lacking at each section, balance and milestone when the limits are kept and as little as possible is left lacking. */
export const shortfallsOf = ({ ground, activities }: Task, { model, values }: Pick<Elastic, "model" | "values">): readonly Shortfall[] =>
  model.shortfalls.flatMap(({ column, year, of }): Shortfall[] => {
    const relative = values[column] ?? 0;
    if (relative < leastLack) return [];
    if (of.kind === "milestone") return [milestoneShort(ground, year, of.schools, relative)];
    if (of.kind === "obligation") return [obligationShort(of.obligation, relative)];
    if (of.kind === "rotation") return [rotationShort(ground, year, relative)];
    const { stage, indicator } = of;
    const planned = ground.years.get(year)?.stages[stage];
    const rule = planned?.indicators[indicator];
    if (planned === undefined || rule === undefined) return [];
    const own = of.kind === "section" ? planned.sections[of.section] : undefined;
    if (own === undefined) {
      const cv = cvOf(resourcesWith(planned, indexEffects(activities, year, stage), indicator, values), planned);
      if (cv <= planned.cvLimit) return [];
      const words = { key: "balanceOver" as const, params: { year, stage, indicator: rule.id, cv, cvLimit: planned.cvLimit } };
      return [{ kind: "balance", stage, year, indicator: rule.id, schoolCode: null, amount: cv - planned.cvLimit, words }];
    }
    const amount = (relative * rule.standard * own.pupils) / rule.scale;
    const params = { year, schoolCode: own.code, stage, indicator: rule.id, amount, share: relative };
    return [{ kind: "section", stage, year, indicator: rule.id, schoolCode: own.code, amount, words: { key: "sectionShort", params } }];
  });

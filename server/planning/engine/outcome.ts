import type { ResourceIndicator, Verdict } from "@server/compliance/contract";
import { pupilsOf, schoolAt, sectionId, stateCode, stateNames, verdictCode, verdictNames } from "@server/compliance/engine/index";
import { spanOf } from "@server/kernel/span";
import type { Stage } from "@server/statistics/contract";
import type { Projection, YearOutcome } from "../contract";
import type { LeanYear } from "./lean-year";
import type { Question } from "./simulate";
import { roomBalance, splitClasses } from "./split-classes";
import { at, type CountyState } from "./state";

/** One value an indicator, by its position in the judgement. */
const perIndicator = <T>(of: (position: number) => T): Record<ResourceIndicator, T> => ({
  R1: of(0),
  R2: of(1),
  R3: of(2),
  R4: of(3),
  R5: of(4),
  R6: of(5),
  R7: of(6),
});

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** 中央编办发〔2014〕72号: pupils for one member of staff. */
const pupilsAStaffMember: Readonly<Record<Stage, number>> = { primary: 19, junior: 13.5 };
/** 非教学人员占教职工比例上限, as counties apply the norm: the rest of the staff teaches. */
const otherWorkAtMost: Readonly<Record<Stage, number>> = { primary: 0.09, junior: 0.15 };

/** 按编制标准: staff that so many pupils ask for, and the least of them who teach; null where pupils are unknown. */
const staffFor = (pupils: number | null, stage: Stage): { readonly staffNeeded: number | null; readonly teachersNeeded: number | null } => {
  const staffNeeded = pupils === null ? null : pupils / pupilsAStaffMember[stage];
  return { staffNeeded, teachersNeeded: staffNeeded === null ? null : staffNeeded * (1 - otherWorkAtMost[stage]) };
};

type StageOutcome = YearOutcome["stages"]["primary"];
type SectionOutcome = YearOutcome["sections"][number];

const verdictOf = (code: number | undefined): Verdict => verdictNames[code ?? -1] ?? "not_evaluable";
const countOf = (codes: Uint8Array, wanted: number): number => {
  let count = 0;
  // By index: an iterator over a typed array takes several times as long.
  for (let index = 0; index < codes.length; index += 1) if (codes[index] === wanted) count += 1;
  return count;
};

/** Classes of the judged sections, campuses included. */
const classesOf = ({ columns, stages }: LeanYear, stage: Stage): number => {
  let classes = 0;
  for (const { unit } of stages[stage].sections) {
    let own = 0;
    for (const row of unit.members) own += at(columns.classes[stage], row);
    classes += own;
  }
  return classes;
};

/** Full-time teachers of a judged section, campuses included. */
const teachersAt = ({ columns }: LeanYear, stage: Stage, members: readonly number[]): number => {
  let teachers = 0;
  for (const row of members) teachers += at(columns.teachers[stage].fullTime, row);
  return teachers;
};

/** Of all judged sections. */
const teachersOf = (lean: LeanYear, stage: Stage): number => {
  let teachers = 0;
  for (const { unit } of lean.stages[stage].sections) teachers += teachersAt(lean, stage, unit.members);
  return teachers;
};

const stageOutcome = (lean: LeanYear, stage: Stage): StageOutcome => {
  const judged = lean.stages[stage];
  const pupils = known(pupilsOf(judged));
  return {
    pupils,
    classes: known(classesOf(lean, stage)),
    teachers: known(teachersOf(lean, stage)),
    sectionsTotal: judged.sections.length,
    sectionsMet: countOf(judged.sectionVerdicts, verdictCode.met),
    sectionsNotEvaluable: countOf(judged.sectionVerdicts, verdictCode.notEvaluable),
    indicatorMet: perIndicator((position) => countOf(judged.indicators[position]?.state ?? new Uint8Array(), stateCode.met)),
    mean: perIndicator((position) => known(judged.balances[position]?.mean ?? Number.NaN)),
    cv: perIndicator((position) => known(judged.balances[position]?.cv ?? Number.NaN)),
    cvVerdict: perIndicator((position) => verdictOf(judged.balances[position]?.verdict)),
    verdict: verdictOf(judged.verdict),
    ...staffFor(pupils, stage),
  };
};

const sectionOutcomes = (lean: LeanYear, stage: Stage): readonly SectionOutcome[] => {
  const { columns, stages } = lean;
  const { sections, sectionVerdicts, counts, indicators } = stages[stage];
  return sections.map((section, index): SectionOutcome => {
    const school = schoolAt(columns, section.unit.head);
    return {
      id: sectionId(school, stage),
      schoolCode: school.code,
      schoolName: school.name,
      stage,
      pupils: known(section.pupils),
      teachers: known(teachersAt(lean, stage, section.unit.members)),
      teachersNeeded: staffFor(known(section.pupils), stage).teachersNeeded,
      verdict: verdictOf(sectionVerdicts[index]),
      metCount: counts.met[index] ?? 0,
      values: perIndicator((position) => known(indicators[position]?.value[index] ?? Number.NaN)),
      states: perIndicator((position) => stateNames[indicators[position]?.state[index] ?? -1] ?? "not_evaluable"),
    };
  });
};

/** What a projection keeps of the judgement of one year. */
export const yearOutcome = (lean: LeanYear, state: CountyState, { base, model }: Question): YearOutcome => ({
  year: lean.year,
  overall: lean.overall,
  items: lean.items,
  verdict: lean.verdict,
  failing: lean.failing,
  notEvaluable: lean.notEvaluable,
  distance: lean.distance,
  stages: { primary: stageOutcome(lean, "primary"), junior: stageOutcome(lean, "junior") },
  sections: [...sectionOutcomes(lean, "primary"), ...sectionOutcomes(lean, "junior")],
  splitClasses: splitClasses(
    state,
    model,
    base.schools.map(({ code }) => code),
    { primary: base.teachers.primary.fullTime, junior: base.teachers.junior.fullTime },
  ),
  ...roomBalance(state),
});

/** First year of compliance, whether it lasts to the end of the horizon, and the later years without it. */
export const complianceSpan = (outcomes: readonly Pick<YearOutcome, "year" | "verdict">[]): Projection["compliance"]["trial"] =>
  spanOf(outcomes.map(({ year, verdict }) => ({ year, met: verdict === "met" })));

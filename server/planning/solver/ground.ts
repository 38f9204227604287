import { judgeColumns, type RuleSet, type Rules, type StageJudgement, schoolAt, sectionId } from "@server/compliance/engine/index";
import type { CountyDataset, Stage } from "@server/statistics/contract";
import type { Lever, Milestone, PlanAnswer, PlanClause, PlanRequest, ScenarioDocument } from "../contract";
import { columnsOfState } from "../engine/columns";
import { rulesByYear } from "../engine/rules-by-year";
import { inOrder, type Question, questionOf, simulator } from "../engine/simulate";
import { bothStages, type CountyState, type TeacherField, teacherFields } from "../engine/state";
import { type BoundLever, boundLever } from "../levers/registry";
import type { Obligation } from "./obligation";

/** One of the seven indicators as the plan's model reads it: value = resource × scale ÷ pupils. */
export interface PlanIndicator {
  readonly id: StageJudgement["indicators"][number]["indicator"]["rule"]["id"];
  readonly scale: number;
  readonly standard: number;
  readonly floor: number;
}

/** A section in one year. Resources in base units, by position of the indicator; NaN where a figure is missing, pupils included. */
export interface PlanSection {
  readonly key: string;
  readonly code: string;
  readonly row: number;
  readonly owner: number;
  readonly pupils: number;
  readonly resource: readonly number[];
  /** What enters the balance: the same, unless relieved values stay out of it. */
  readonly balanced: readonly number[];
  /** Teachers of the head row by attribute. */
  readonly teachers: Readonly<Record<TeacherField, number>>;
}

export interface PlanStage {
  readonly stage: Stage;
  readonly indicators: readonly PlanIndicator[];
  readonly cvLimit: number;
  readonly minimumMet: number;
  readonly sections: readonly PlanSection[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** A year to be planned for: pupils are given, resources are without the plan. */
export interface PlanYear {
  readonly year: number;
  readonly stages: Readonly<Record<Stage, PlanStage>>;
  /** 万元 of the kept levers. */
  readonly keptWan: number;
  /** 万元 of those among them that are fixed for the plan. */
  readonly fixedWan: number;
  /** Book value of equipment by school row, 万元. */
  readonly equipmentWan: Float64Array;
  /** Prices relative to the base year. */
  readonly prices: number;
}

/** What rotation by single moves must keep to. */
export interface RotationRule {
  /** Backbone teachers among those rotated in a year. */
  readonly backboneShare: number;
  /** Persons who rotate in a year in which anybody does; 0 where that is seen to otherwise or not known. */
  readonly least: number;
  /** Year by which somebody must have rotated; null where nobody need to. */
  readonly neededBy: number | null;
}

/** The items that a plan is held to beside the resource part. */
interface PlanClauses {
  readonly held: readonly PlanClause[];
  /** Asked for, but not to be judged from the data. */
  readonly leftOut: readonly NonNullable<PlanAnswer["clauses"]>["leftOut"][number][];
  /** `year item` of those that are not met without the plan. */
  readonly unmet: ReadonlySet<string>;
  readonly obligations: readonly Obligation[];
  /** What no decision of a plan can bring up. */
  readonly stuck: readonly NonNullable<PlanAnswer["explanation"]>["shortfalls"][number][];
  /** Null where rotation is not asked for. */
  readonly rotation: RotationRule | null;
  /** Part of the teachers whom the plan's quota moves each year; 0 without one. */
  readonly quota: number;
  readonly roomAreas: Readonly<Record<"music" | "art", number>>;
}

const noClauses: PlanClauses = {
  held: [],
  leftOut: [],
  unmet: new Set(),
  obligations: [],
  stuck: [],
  rotation: null,
  quota: 0,
  roomAreas: { music: 0, art: 0 },
};

/** Everything that a plan starts from, read once. */
export interface Ground {
  readonly question: Question;
  /** Steps the county with other levers, in one memory: what a year leaves is gone when the next run begins. */
  readonly simulated: ReturnType<typeof simulator>;
  /** Levers that are there whatever the plan decides: the scenario's own, and those fixed for the plan. */
  readonly kept: readonly BoundLever[];
  /** Those among them that are part of the plan, and what they cost without its other decisions, 万元. */
  readonly fixed: readonly BoundLever[];
  readonly fixedWan: number;
  readonly clauses: PlanClauses;
  readonly ruleSet: RuleSet;
  readonly rules: (year: number) => Rules;
  readonly request: PlanRequest;
  readonly baseYear: number;
  /** First year in which a decision may be begun. */
  readonly notBefore: number;
  readonly lastYear: number;
  /** By statistics year, from the base year to the end of the horizon. */
  readonly years: ReadonlyMap<number, PlanYear>;
  /** The same without the kept levers that follow a judgement: what single decisions are measured against. */
  readonly steady: { readonly kept: readonly BoundLever[]; readonly years: ReadonlyMap<number, PlanYear> };
  /** Years in which the resource part must be met. */
  readonly required: readonly number[];
  /** Milestones on the way, in the order of their years. */
  readonly milestones: readonly Milestone[];
  /** Years that a plan is held to: those of the milestones, then the required ones. */
  readonly judged: readonly number[];
}

const planStage = (judged: StageJudgement, rules: Rules, state: CountyState, { base }: Question): PlanStage => {
  const { stage, sections, indicators, balanced } = judged;
  const { cvDeciding } = rules.stages[stage];
  const balancedRow = new Map(balanced.sections.map(({ unit }, row) => [unit.head, row]));
  const planned = sections.map(({ unit, pupils }, index): PlanSection => {
    const school = schoolAt(base, unit.head);
    const inBalance = balancedRow.get(unit.head) ?? index;
    const known = (resource: number | undefined): number => (Number.isNaN(pupils) ? Number.NaN : (resource ?? Number.NaN));
    const teachers = {} as Record<TeacherField, number>;
    for (const field of teacherFields) teachers[field] = state.teachers[stage][field][unit.head] ?? Number.NaN;
    return {
      key: sectionId(school, stage),
      code: school.code,
      row: unit.head,
      owner: school.ownerCode,
      pupils,
      resource: indicators.map(({ resource }) => known(resource[index])),
      balanced: balanced.indicators.map(({ resource }) => known(resource[inBalance])),
      teachers,
    };
  });
  return {
    stage,
    indicators: indicators.map(({ indicator: { rule, deciding } }) => ({
      id: rule.id,
      scale: rule.scale,
      standard: deciding.standard.value,
      floor: deciding.floor.value,
    })),
    cvLimit: cvDeciding.open ? cvDeciding.value - 1e-9 : cvDeciding.value,
    minimumMet: rules.minimumMet,
    sections: planned,
    indexOf: new Map(planned.map(({ key }, index) => [key, index])),
  };
};

/** 万元 of levers in one year. */
export const costOf = (levers: readonly BoundLever[], year: number, prices: number, state: CountyState): number => {
  let total = 0;
  for (const lever of levers) {
    const { capitalWan, recurrentWan } = lever.cost({ year, prices, state });
    total += capitalWan + recurrentWan;
  }
  return total;
};

/** A projected year as the plan's model reads it. */
export const planYearOf = (
  { question, rules, fixed }: Pick<Ground, "question" | "rules" | "fixed">,
  levers: readonly BoundLever[],
  state: CountyState,
  prices: number,
): PlanYear => {
  const inForce = rules(state.year);
  const columns = state.year === question.model.baseYear ? question.base : columnsOfState(state, question.base, inForce);
  const { stages } = judgeColumns(columns, inForce);
  return {
    year: state.year,
    stages: {
      primary: planStage(stages.primary, inForce, state, question),
      junior: planStage(stages.junior, inForce, state, question),
    },
    keptWan: costOf(levers, state.year, prices, state),
    fixedWan: costOf(fixed, state.year, prices, state),
    equipmentWan: state.facilities.equipmentValueWan.slice(),
    prices,
  };
};

/** Levers that place or move teachers by what the year's judgement says is lacking. */
const followsJudgement = (lever: Lever): boolean =>
  lever.type === "rotation_quota" || (lever.type === "hire_teachers" && lever.target.mode === "largest_deficit");

/** Projects the county without the plan over the scenario's horizon. */
export const groundOf = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  request: PlanRequest,
  { notBefore, fixed: ofPlan }: { readonly notBefore: number | null; readonly fixed: readonly Lever[] },
): Ground => {
  const question = questionOf(dataset, document);
  const kept = inOrder(document.levers.filter((lever) => lever.enabled));
  const rules = rulesByYear(ruleSet);
  const simulated = simulator(question, ruleSet);
  const fixed = ofPlan.map(boundLever);
  const yearsWith = (levers: readonly BoundLever[]): ReadonlyMap<number, PlanYear> => {
    const found = new Map<number, PlanYear>();
    simulated(levers, (state, prices) => {
      found.set(state.year, planYearOf({ question, rules, fixed }, levers, state, prices));
    });
    return found;
  };
  const years = yearsWith(kept);
  const quiet = kept.filter(({ lever }) => !followsJudgement(lever));
  const steady = { kept: quiet, years: quiet.length === kept.length ? years : yearsWith(quiet) };
  const { baseYear } = question.model;
  const lastYear = baseYear + document.horizonYears;
  const required: number[] = [];
  for (let year = request.targetYear; year <= (request.lasting ? lastYear : request.targetYear); year += 1) required.push(year);
  const milestones = [...(request.milestones ?? [])].sort((a, b) => a.year - b.year);
  return {
    question,
    simulated,
    kept,
    fixed,
    fixedWan: [...years.values()].reduce((sum, year) => sum + year.fixedWan, 0),
    clauses: noClauses,
    ruleSet,
    rules,
    request,
    baseYear,
    notBefore: Math.max(baseYear, notBefore ?? baseYear),
    lastYear,
    years,
    steady,
    required,
    milestones,
    judged: [...new Set([...milestones.map(({ year }) => year), ...required])].sort((a, b) => a - b),
  };
};

/** Value of an indicator as the standard states it. */
export const indicatorValue = ({ scale }: PlanIndicator, resource: number, pupils: number): number => (resource * scale) / pupils;

/** Level of an indicator beyond which more is of no use, as a part of its standard. */
export const usefulLevel = (stage: PlanStage, position: number, balanced: boolean): number => {
  const indicator = stage.indicators[position];
  if (indicator === undefined) return 0;
  if (!balanced) return 1;
  const total = stage.sections.reduce((sum, section) => sum + (section.balanced[position] ?? 0), 0);
  const pupils = stage.sections.reduce((sum, section) => sum + section.pupils, 0);
  return 2 * Math.max(1, indicatorValue(indicator, total, pupils) / indicator.standard);
};

/** Each stage of a year that has sections. */
export const stagesOf = ({ stages }: PlanYear): readonly PlanStage[] => bothStages.map((stage) => stages[stage]);

import { type CountyColumns, columnsOfDataset, type RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Assumptions, IssueKey, Lever, Projection, RotationFlow, ScenarioDocument } from "../contract";
import { type LeverYear, networkPhases, type Phase, phases } from "../levers/lever";
import { type BoundLever, boundLever } from "../levers/registry";
import { type BaselineModel, baselineModel, stepClasses, stepEvidence, stepFigures, stepGains, stepPupils, stepTeachers } from "./baseline";
import { pupilsBefore, settleWholes } from "./further";
import type { BeyondKey } from "./given-pupils";
import { type FindNeeds, type StaffNeeds, staffNeeds } from "./needs";
import { moveTogether, type ZoneMove } from "./network";
import { inheritedRatios, withPlannedSchools } from "./planned-schools";
import { returnLoans } from "./staff";
import { type CountyState, noRotation, rewinding, stateOf } from "./state";

type Notice = Projection["notices"][number];

/** A county and what is asked of it, read once for any number of runs. */
export interface Question {
  /** With a row for every school that a lever will open. */
  readonly dataset: CountyDataset;
  readonly base: CountyColumns;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly model: BaselineModel;
  readonly document: ScenarioDocument;
}

export const questionOf = (dataset: CountyDataset, document: ScenarioDocument): Question => {
  const county = withPlannedSchools(dataset, document.levers);
  const base = columnsOfDataset(county.dataset);
  const rowOf = new Map(base.schools.map((school, row) => [school.code, row]));
  const model = baselineModel(county.dataset, document.assumptions, document.horizonYears, county.planned);
  const origins = new Map([...county.origins].map(([code, origin]) => [rowOf.get(code) ?? -1, rowOf.get(origin) ?? -1]));
  const { progression } = model;
  return {
    dataset: county.dataset,
    base,
    rowOf,
    model: { ...model, progression: { ...progression, ratios: inheritedRatios(progression, origins) } },
    document,
  };
};

/** Order of action: phase, start year, id; never the order of the list. */
export const inOrder = (levers: readonly Lever[]): readonly BoundLever[] =>
  levers
    .map(boundLever)
    .sort(
      (left, right) =>
        phases.indexOf(left.phase) - phases.indexOf(right.phase) ||
        left.lever.startYear - right.lever.startYear ||
        (left.lever.id < right.lever.id ? -1 : 1),
    );

/** What a run tells beside its years. */
export interface Trace {
  readonly flows: RotationFlow[];
  readonly notices: Notice[];
  /** Levers that asked for more than there was, or for what `key` says. */
  readonly lacking: {
    readonly leverId: string;
    readonly field: string;
    readonly asked: number;
    readonly present: number;
    readonly key?: IssueKey | undefined;
  }[];
  /** Pupils entered in the assumptions beyond those who are there; `path` within the assumptions. */
  readonly beyond: { readonly path: string; readonly key: BeyondKey; readonly year: number; readonly params: Notice["params"] }[];
  readonly uses: Map<keyof Assumptions, number>;
}

export const emptyTrace = (): Trace => ({ flows: [], notices: [], lacking: [], beyond: [], uses: new Map() });

/** Twelve digits: what arithmetic leaves beyond them says nothing. */
const clean = (value: number): number => Number(value.toPrecision(12));
/** A hair less (more) than a figure of many digits; a short one is meant as it stands. */
const shifted = (value: number, by: number): number => {
  const cleaned = clean(value);
  return Number(cleaned.toPrecision(6)) === cleaned ? cleaned : Number((cleaned * (1 + by)).toPrecision(10));
};

/**
 * 交流轮岗 of the year enters the county's figures (G11) where a lever rotates; else they stay as last year.
 * A quota met exactly must not read as missed: those eligible are rounded down, the backbone teachers up, by
 * less than a millionth of a person.
 */
const reportRotation = (state: CountyState): void => {
  const { active, eligible, rotated, backbone } = state.rotation;
  if (!active) return;
  const { facts } = state.countyFacts;
  state.countyFacts = {
    ...state.countyFacts,
    facts: {
      ...facts,
      rotationEligible: Number.isNaN(eligible) ? facts.rotationEligible : shifted(eligible, -1e-9),
      rotated: clean(rotated),
      rotatedBackbone: shifted(backbone, 1e-9),
    },
  };
};

/** What levers ask of the rules. */
export interface LeverRules {
  readonly findNeeds: FindNeeds;
  /** Ids of all 一票否决事项 that the rules know on any day, those of their layers included. */
  readonly vetoes: readonly string[];
}

/** Without a rule set nothing is judged, and levers that follow a judgement do nothing. */
export const leverRulesOf = ({ base }: Question, ruleSet: RuleSet | null): LeverRules | null => {
  if (ruleSet === null) return null;
  const { values, extraVetoes } = ruleSet;
  const vetoes = new Set([...values.vetoes.flatMap(({ value }) => value), ...extraVetoes.map(({ id }) => id)]);
  return { findNeeds: staffNeeds(base, ruleSet), vetoes: [...vetoes] };
};

/** One year on, in the documented order. */
export const stepYear = (
  { base, rowOf, model }: Question,
  state: CountyState,
  levers: readonly BoundLever[],
  trace: Trace,
  rules: LeverRules | null,
): void => {
  state.year += 1;
  state.raised = {};
  state.spent.clear();
  state.rotation = noRotation();
  const use = (path: keyof Assumptions, times: number): void => {
    if (times > 0) trace.uses.set(path, (trace.uses.get(path) ?? 0) + times);
  };
  let needs: StaffNeeds | null = null;
  const moves: ZoneMove[] = [];
  const year: LeverYear = {
    state,
    base,
    rowOf,
    needs:
      rules === null
        ? null
        : () => {
            needs ??= rules.findNeeds(state);
            return needs;
          },
    vetoes: rules?.vetoes ?? [],
    notice: (leverId, key, params) => trace.notices.push({ key, leverId, year: state.year, params }),
    lacking: (leverId, field, asked, present, key) => {
      trace.lacking.push({ leverId, field, asked, present, key });
      trace.notices.push({ key: "limitedToExisting", leverId, year: state.year, params: { asked, present } });
    },
    rezone: (move) => moves.push(move),
    flow: (flow) => trace.flows.push({ year: state.year, ...flow }),
  };
  const act = (phase: Phase): void => {
    for (const bound of levers) if (bound.phase === phase) bound.apply(year);
  };
  for (const phase of networkPhases) act(phase);
  if (moves.length > 0) moveTogether(state, moves);
  const before = pupilsBefore(
    state,
    levers.some(({ phase }) => networkPhases.includes(phase)),
  );
  stepPupils(state, model, {
    use,
    notice: (key, params) => trace.notices.push({ key, leverId: null, year: state.year, params }),
    beyond: (path, key, params) => {
      trace.beyond.push({ path, key, year: state.year, params });
      trace.notices.push({ key, leverId: null, year: state.year, params });
    },
  });
  stepClasses(state, model, use);
  const after = stepFigures(state, model, before, use);
  stepTeachers(state, model, use);
  act("hires");
  stepGains(state, model, use);
  act("training");
  returnLoans(state);
  act("rotation");
  act("works");
  act("conversions");
  act("fittings");
  act("transfers");
  act("writeOffs");
  stepEvidence(state, model, use);
  reportRotation(state);
  act("facts");
  act("funds");
  act("trainingFunds");
  // Nobody moves once the figures follow the pupils: levers that do act before.
  settleWholes(state, after);
  if (levers.length > 0) use("priceGrowth", 1);
};

/** Hears of the base year and of every projected year with its prices; the state is stepped on afterwards. */
type CloseYear = (state: CountyState, prices: number) => void;

/** Steps a county over the horizon again and again, in one memory: the state of a run is gone when the next begins. */
export const simulator = (
  question: Question,
  ruleSet: RuleSet | null,
): ((levers: readonly BoundLever[], closeYear: CloseYear) => Trace) => {
  const { dataset, base, model, document } = question;
  const state = stateOf(dataset, base, model.beginning);
  const rewind = rewinding(state);
  const rules = leverRulesOf(question, ruleSet);
  return (levers, closeYear) => {
    rewind();
    return run(question, state, levers, rules, document, closeYear);
  };
};

const run = (
  question: Question,
  state: CountyState,
  levers: readonly BoundLever[],
  rules: LeverRules | null,
  { horizonYears, assumptions: { priceGrowth } }: ScenarioDocument,
  closeYear: CloseYear,
): Trace => {
  const trace = emptyTrace();
  let prices = 1;
  closeYear(state, prices);
  for (let i = 0; i < horizonYears; i += 1) {
    prices *= 1 + priceGrowth;
    stepYear(question, state, levers, trace, rules);
    closeYear(state, prices);
  }
  return trace;
};

/** The same once. `ruleSet` null rehearses: nothing is judged. */
export const simulate = (question: Question, levers: readonly BoundLever[], ruleSet: RuleSet | null, closeYear: CloseYear): Trace => {
  const { dataset, base, model, document } = question;
  return run(question, stateOf(dataset, base, model.beginning), levers, leverRulesOf(question, ruleSet), document, closeYear);
};

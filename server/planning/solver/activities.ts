import type { Stage } from "@server/statistics/contract";
import type { Lever } from "../contract";
import { inOrder } from "../engine/simulate";
import { effectYear } from "../levers/lever";
import { boundLever } from "../levers/registry";
import { type Ground, type PlanSection, type PlanYear, planYearOf, stagesOf } from "./ground";
import { mostAsked } from "./obligation";
import {
  type DecisionKind,
  decisionKinds,
  type FlowKind,
  isProgramme,
  isSpecialRoom,
  isStaffing,
  isWhole,
  leadOf,
  leverOf,
  mostOf,
  type ProgrammeKind,
  planKindOf,
  trainableBy,
  traineeOf,
} from "./templates";

/** What one unit of a decision adds to a section's resource in a year. */
export interface Effect {
  readonly year: number;
  readonly stage: Stage;
  /** Position of the section among the year's sections of the stage. */
  readonly section: number;
  /** Position of the indicator. */
  readonly indicator: number;
  /** Base units a unit of the decision. */
  readonly delta: number;
}

/** One thing that a plan can decide: so much of a kind, at a place, begun in a year. */
export interface Activity {
  readonly decision:
    | { readonly kind: DecisionKind }
    | { readonly kind: "rotate"; readonly flow: FlowKind; readonly end: "from" | "to" }
    | { readonly kind: "transfer"; readonly end: "from" | "to" };
  readonly code: string;
  /** Stage of the teachers; of decisions about the whole school either. */
  readonly stage: Stage;
  readonly startYear: number;
  readonly effectYear: number;
  readonly whole: boolean;
  readonly upper: number;
  readonly effects: readonly Effect[];
  /** 万元 a unit by statistics year. */
  readonly costByYear: ReadonlyMap<number, number>;
  readonly costWan: number;
  readonly landM2: number;
  readonly posts: number;
  /** Persons whom a unit hires or trains. */
  readonly persons: number;
  /** Of a programme: persons who lack the attribute in the effect year without the plan. */
  readonly present: number;
  /** Of a hire: programmes that can still give something to those hired. */
  readonly trainable: readonly ProgrammeKind[];
}

/** What is not about persons, for decisions of other kinds. */
export const aboutNobody = { persons: 0, present: 0, trainable: [] } as const;

interface Target {
  readonly key: string;
  readonly code: string;
  readonly stage: Stage;
}

/** Schools (for teachers, their stages) that a plan is held to in some year. */
const targetsOf = (ground: Ground, kind: DecisionKind): readonly Target[] => {
  const found = new Map<string, Target>();
  for (const year of ground.judged) {
    const planned = ground.years.get(year);
    if (planned === undefined) continue;
    for (const { stage, sections } of stagesOf(planned)) {
      for (const { code, key } of sections) {
        const id = isStaffing(kind) ? key : code;
        if (isSpecialRoom(kind) && mostAsked(ground.clauses.obligations, kind, code) === 0) continue;
        if (!found.has(id)) found.set(id, { key: id, code, stage });
      }
    }
  }
  return [...found.values()];
};

const significant = 1e-9;

/** Differences that single units make to one year, by section and indicator. Only a decision at the section's own school is its own. */
const differences = (before: PlanYear, after: PlanYear, kind: DecisionKind): Map<string, Effect[]> => {
  const byTarget = new Map<string, Effect[]>();
  for (const stage of stagesOf(after)) {
    const plain = before.stages[stage.stage];
    stage.sections.forEach((section, index) => {
      const own = plain.sections[index];
      if (own === undefined || own.key !== section.key) return;
      section.resource.forEach((resource, indicator) => {
        const delta = resource - (own.resource[indicator] ?? Number.NaN);
        if (!(Math.abs(delta) > significant)) return;
        const id = isStaffing(kind) ? section.key : section.code;
        const effects = byTarget.get(id) ?? [];
        effects.push({ year: after.year, stage: stage.stage, section: index, indicator, delta });
        byTarget.set(id, effects);
      });
    });
  }
  return byTarget;
};

/** Most persons of a section who can still gain an attribute by a programme. */
const lackOf = (section: PlanSection, kind: DecisionKind): number => {
  const { fullTime, backbone, aboveRequiredEducation } = section.teachers;
  return Math.max(0, fullTime - (kind === "train_backbone" ? backbone : aboveRequiredEducation)) || 0;
};

/** Teachers of a section who lack what a programme gives in its effect year. */
const lackingAt = (ground: Ground, kind: DecisionKind, key: string, stage: Stage, year: number): number => {
  const planned = ground.years.get(year)?.stages[stage];
  const section = planned?.sections[planned.indexOf.get(key) ?? -1];
  return section === undefined ? 0 : lackOf(section, kind);
};

const isHire = (kind: DecisionKind): boolean => kind === "hire_general" || kind === "hire_specialist";

/** Whether a plan can hire people for a programme to train. */
const hiresTrainees = ({ request, baseYear }: Ground, kind: DecisionKind): boolean =>
  isProgramme(kind) &&
  request.kinds.includes("hire_teachers") &&
  trainableBy(traineeOf("", { code: "", stage: "primary", startYear: baseYear })).includes(kind);

/** One teacher more at every section, so that a programme has somebody to train even where nobody lacks its attribute. */
const withTrainees = (ground: Ground, kind: DecisionKind, startYear: number): Ground["steady"] => {
  const hires = targetsOf(ground, kind).map((target, index) => traineeOf(`trainee-${index}`, { ...target, startYear }));
  const kept = inOrder([...ground.steady.kept.map(({ lever }) => lever), ...hires]);
  const years = new Map<number, PlanYear>();
  ground.simulated(kept, (state, prices) => {
    if (ground.judged.includes(state.year)) years.set(state.year, planYearOf(ground, kept, state, prices));
  });
  return { kept, years };
};

/** What single units of a kind do, by target, and cost, and one of the levers. */
interface Probe {
  readonly effects: ReadonlyMap<string, readonly Effect[]>;
  readonly costByYear: ReadonlyMap<number, number>;
  readonly lever: Lever | null;
}

/** What single units of a kind do and cost, begun in one year at every school at once: asked of the engine's own levers, once each. */
export type Prober = (kind: DecisionKind, startYear: number) => Probe;

const probed = (ground: Ground, kind: DecisionKind, startYear: number, steadyOf: (lever: Lever) => Ground["steady"]): Probe => {
  const { request } = ground;
  const documents = targetsOf(ground, kind).map((target, index) =>
    leverOf(
      kind,
      `probe-${index}`,
      { ...target, startYear, lastYear: ground.lastYear, roomAreas: ground.clauses.roomAreas },
      1,
      "physical_education",
      request,
    ),
  );
  const effects = new Map<string, Effect[]>();
  const costByYear = new Map<number, number>();
  const lever = documents[0] ?? null;
  if (lever === null) return { effects, costByYear, lever };
  const first = boundLever(lever);
  const steady = steadyOf(lever);
  const levers = inOrder([...steady.kept.map((kept) => kept.lever), ...documents]);
  ground.simulated(levers, (state, prices) => {
    const { year } = state;
    const { capitalWan, recurrentWan } = first.cost({ year, prices, state });
    if (capitalWan + recurrentWan > 0) costByYear.set(year, capitalWan + recurrentWan);
    const before = steady.years.get(year);
    // What a decision does in a year to which no plan is held is of no interest.
    if (before === undefined || !ground.judged.includes(year)) return;
    const after = planYearOf(ground, levers, state, prices);
    for (const [id, found] of differences(before, after, kind)) {
      const own = effects.get(id);
      if (own === undefined) effects.set(id, found);
      else own.push(...found);
    }
  });
  return { effects, costByYear, lever };
};

export const proberOf = (ground: Ground): Prober => {
  const known = new Map<string, Probe>();
  const attended = new Map<number, Ground["steady"]>();
  return (kind, startYear) => {
    const key = `${kind} ${startYear}`;
    const found =
      known.get(key) ??
      probed(ground, kind, startYear, (lever) => {
        if (!hiresTrainees(ground, kind)) return ground.steady;
        const year = effectYear(lever);
        const steady = attended.get(year) ?? withTrainees(ground, kind, year);
        attended.set(year, steady);
        return steady;
      });
    known.set(key, found);
    return found;
  };
};

/** Levers of one kind that a plan may begin at one place in one year: a school of thousands may lack more than one lever holds. */
const leversAtOnce = 10;

/** Decisions of one kind begun in one year. */
const begun = (ground: Ground, probe: Prober, kind: DecisionKind, startYear: number): Activity[] => {
  const { effects, costByYear, lever } = probe(kind, startYear);
  if (lever === null) return [];
  const fulfilment = "fulfilment" in lever ? lever.fulfilment : 1;
  const more = hiresTrainees(ground, kind);
  const isBuilding = lever.type === "build_classrooms" || lever.type === "build_special_rooms";
  const footprint = isBuilding ? lever.areaPerRoomM2 * ground.request.land.perTeachingM2 : 0;
  const costWan = [...costByYear.values()].reduce((sum, cost) => sum + cost, 0);
  return targetsOf(ground, kind).flatMap(({ code, stage, key }): Activity[] => {
    const own = effects.get(key);
    const present = isProgramme(kind) ? lackingAt(ground, kind, key, stage, effectYear(lever)) : 0;
    // A programme's single unit reaches less than one person where hardly anybody lacks the attribute.
    const limit = isSpecialRoom(kind)
      ? mostAsked(ground.clauses.obligations, kind, code)
      : isProgramme(kind) && !more
        ? Math.floor(present / fulfilment + 1e-9)
        : leversAtOnce * mostOf[kind];
    if (own === undefined || limit < 1) return [];
    return [
      {
        decision: { kind },
        code,
        stage,
        startYear,
        effectYear: effectYear(lever),
        whole: isWhole(kind),
        upper: Math.min(limit, leversAtOnce * mostOf[kind]),
        effects: own,
        costByYear,
        costWan,
        landM2: kind === "build_sports" ? 1 : footprint,
        posts: isHire(kind) ? 1 : 0,
        persons: isHire(kind) || isProgramme(kind) ? fulfilment : 0,
        present,
        trainable: trainableBy(lever),
      },
    ];
  });
};

/** Years in which a decision can be begun so that it counts within what is judged. */
export const startYears = (ground: Ground, leadYears: number): readonly number[] => {
  const years: number[] = [];
  const last = ground.required.at(-1) ?? ground.baseYear;
  for (let start = ground.notBefore; start + leadYears <= last; start += 1) if (start + leadYears > ground.baseYear) years.push(start);
  return years;
};

/** Every decision at a single school that the request allows. */
export const activitiesOf = (ground: Ground, probe: Prober): readonly Activity[] => {
  const { request } = ground;
  return decisionKinds
    .filter((kind) => request.kinds.includes(planKindOf(kind)))
    .flatMap((kind) => startYears(ground, leadOf(kind, request)).flatMap((start) => begun(ground, probe, kind, start)));
};

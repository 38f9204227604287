import type { Stage } from "@server/statistics/contract";
import { privateOwner } from "../engine/needs";
import type { TeacherField } from "../engine/state";
import { type Activity, aboutNobody, type Effect, type Prober, startYears } from "./activities";
import { type Ground, indicatorValue, type PlanSection, type PlanStage } from "./ground";
import { type FlowKind, flowKinds, leadOf, rotationCost, rotationLead, transferCostShare, transferLead } from "./templates";

/**
 * 交流轮岗 and 设备调拨 as a pool: every school may send into it and take from it, and what goes in comes out.
 * Which school sends to which is settled afterwards, as it changes neither cost nor effect.
 */

/** Attributes that a moved teacher has. */
const attributesOf: Readonly<Record<FlowKind, readonly TeacherField[]>> = {
  backbone: ["fullTime", "aboveRequiredEducation", "backbone"],
  specialist: ["fullTime", "aboveRequiredEducation", "physicalEducation"],
};
const indicatorOf = { backbone: "R2", specialist: "R3" } as const;

/** Persons that one moved teacher adds to each indicator of a stage. */
const personsByIndicator = ({ ruleSet }: Ground, stage: PlanStage, flow: FlowKind): readonly number[] =>
  stage.indicators.map(({ id }) => {
    const rule = ruleSet.indicators.find((candidate) => candidate.id === id);
    if (rule?.numerator.from !== "teachers") return 0;
    return rule.numerator.terms.reduce((sum, { field, sign }) => sum + (attributesOf[flow].includes(field) ? sign * rule.toBase : 0), 0);
  });

/** Teachers of whom a section has enough to send one: those with every attribute, and at most the smallest group. */
export const specialismOf = ({ teachers }: PlanSection): "physical_education" | "music" | "art" =>
  teachers.physicalEducation >= teachers.music && teachers.physicalEducation >= teachers.art
    ? "physical_education"
    : teachers.music >= teachers.art
      ? "music"
      : "art";

/** A backbone teacher who goes is of no arts subject, a specialist no backbone teacher: there must be as many of that kind. */
const ownOf = ({ teachers }: PlanSection, flow: FlowKind): number => {
  const { physicalEducation, music, art, integratedArts, backbone, fullTime } = teachers;
  const group = flow === "backbone" ? backbone : Math.max(physicalEducation, music, art);
  const others = flow === "backbone" ? physicalEducation + music + art + (integratedArts || 0) : backbone;
  return Math.floor(Math.min(group, teachers.aboveRequiredEducation, Math.max(0, fullTime - others)) + 1e-9) || 0;
};

const effectsFrom = (ground: Ground, stage: Stage, key: string, flow: FlowKind, from: number, sign: 1 | -1): Effect[] =>
  ground.judged.flatMap((year) => {
    const planned = ground.years.get(year)?.stages[stage];
    const section = planned?.indexOf.get(key);
    if (planned === undefined || section === undefined || year < from) return [];
    return personsByIndicator(ground, planned, flow).flatMap((persons, indicator) =>
      persons === 0 ? [] : [{ year, stage, section, indicator, delta: sign * persons }],
    );
  });

/** Least value over the judged years of an indicator of a section, after `less` of its resource is gone; NaN when unknown. */
const leastValue = (ground: Ground, stage: Stage, key: string, id: string, less: number): { value: number; standard: number } => {
  let value = Number.POSITIVE_INFINITY;
  let standard = 0;
  for (const year of ground.judged) {
    const planned = ground.years.get(year)?.stages[stage];
    const section = planned?.sections[planned.indexOf.get(key) ?? -1];
    const position = planned?.indicators.findIndex((indicator) => indicator.id === id) ?? -1;
    const indicator = planned?.indicators[position];
    if (section === undefined || indicator === undefined) continue;
    const reached = indicatorValue(indicator, (section.resource[position] ?? Number.NaN) - less, section.pupils);
    if (Number.isNaN(reached)) return { value: Number.NaN, standard: indicator.standard };
    value = Math.min(value, reached / indicator.standard);
    standard = indicator.standard;
  }
  return { value, standard };
};

/** Prices from an effect year on, 万元 for one 万元 a year. */
const yearlyCost = (ground: Ground, from: number, amountWan: number): ReadonlyMap<number, number> =>
  new Map([...ground.years.values()].filter(({ year }) => year >= from).map(({ year, prices }) => [year, amountWan * prices]));

const sumOf = (costs: ReadonlyMap<number, number>): number => [...costs.values()].reduce((sum, cost) => sum + cost, 0);

const rotations = (ground: Ground): Activity[] => {
  const { request } = ground;
  const lead = rotationLead(request);
  return startYears(ground, lead).flatMap((startYear) => {
    const from = startYear + lead;
    const planned = ground.years.get(from);
    if (planned === undefined) return [];
    const cost = yearlyCost(ground, from, rotationCost(request));
    return Object.values(planned.stages).flatMap(({ stage, sections }) =>
      flowKinds.flatMap((flow) =>
        sections.flatMap((section): Activity[] => {
          const { value } = leastValue(ground, stage, section.key, indicatorOf[flow], 0);
          if (section.owner === privateOwner || Number.isNaN(value)) return [];
          const common = { code: section.code, stage, startYear, effectYear: from, whole: true, landM2: 0, posts: 0, ...aboutNobody };
          const ends: Activity[] = [];
          const own = ownOf(section, flow);
          if (own >= 1 && leastValue(ground, stage, section.key, indicatorOf[flow], 1).value >= 1) {
            ends.push({
              ...common,
              decision: { kind: "rotate", flow, end: "from" },
              upper: own,
              effects: effectsFrom(ground, stage, section.key, flow, from, -1),
              costByYear: new Map(),
              costWan: 0,
            });
          }
          if (value < 1) {
            ends.push({
              ...common,
              decision: { kind: "rotate", flow, end: "to" },
              upper: 50,
              effects: effectsFrom(ground, stage, section.key, flow, from, 1),
              costByYear: cost,
              costWan: sumOf(cost),
            });
          }
          return ends;
        }),
      ),
    );
  });
};

/** Stages of a school in the judged years, with the equipment's standing in each. */
const equipmentStanding = (ground: Ground, code: string): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const stage of ["primary", "junior"] as const) {
    const { value } = leastValue(ground, stage, `${code}:${stage}`, "R6", 0);
    if (Number.isNaN(value)) return Number.NaN;
    least = Math.min(least, value);
  }
  return least;
};

const transfers = (ground: Ground, probe: Prober): Activity[] => {
  const { request } = ground;
  const lead = transferLead(request);
  return startYears(ground, lead).flatMap((startYear) => {
    const from = startYear + lead;
    const planned = ground.years.get(from);
    if (planned === undefined) return [];
    const { effects } = probe("buy_equipment", from - leadOf("buy_equipment", request));
    const prices = ground.years.get(startYear)?.prices ?? 1;
    const cost = new Map([[startYear, transferCostShare(request) * prices]]);
    return [...effects].flatMap(([code, gained]): Activity[] => {
      const standing = equipmentStanding(ground, code);
      const section = [...planned.stages.primary.sections, ...planned.stages.junior.sections].find((own) => own.code === code);
      if (section === undefined || section.owner === privateOwner || Number.isNaN(standing)) return [];
      const common = { code, stage: "primary" as const, startYear, effectYear: from, whole: false, landM2: 0, posts: 0, ...aboutNobody };
      const held = planned.equipmentWan[section.row] ?? 0;
      if (standing > 1) {
        return [
          {
            ...common,
            decision: { kind: "transfer", end: "from" },
            upper: Math.floor(held * 100) / 100 || 0,
            effects: gained.map((effect) => ({ ...effect, delta: -effect.delta })),
            costByYear: new Map(),
            costWan: 0,
          },
        ];
      }
      return [
        { ...common, decision: { kind: "transfer", end: "to" }, upper: 1e5, effects: gained, costByYear: cost, costWan: sumOf(cost) },
      ];
    });
  });
};

/** Sending and receiving ends of every pool that the request allows. */
export const flowActivities = (ground: Ground, probe: Prober): readonly Activity[] => [
  ...(ground.request.kinds.includes("rotate_teachers") ? rotations(ground) : []),
  ...(ground.request.kinds.includes("transfer_equipment") ? transfers(ground, probe) : []),
];

/** Pool that an end belongs to; null for decisions at a single school. */
export const poolOf = ({ decision, stage, startYear }: Activity): string | null =>
  decision.kind === "rotate"
    ? `rotate ${decision.flow} ${stage} ${startYear}`
    : decision.kind === "transfer"
      ? `transfer ${startYear}`
      : null;

import { sectionId } from "@server/compliance/engine/index";
import { type Stage, stages } from "@server/statistics/contract";
import { uncertainInputs } from "../../contract";
import { clauses } from "./clauses";

/** Figures of a year that are kept for every draw: county means, CVs, pupils by stage and money. */
export const indicatorCount = 7;
export const figureAt = {
  mean: (stage: number, indicator: number): number => stage * indicatorCount + indicator,
  cv: (stage: number, indicator: number): number => (stages.length + stage) * indicatorCount + indicator,
  pupils: (stage: number): number => 2 * stages.length * indicatorCount + stage,
  cost: 2 * stages.length * indicatorCount + stages.length,
} as const;
export const figureCount = figureAt.cost + 1;

/** How often a section was there, met its standards and could not be judged, by year (index 0 = base year). */
export interface SectionCounts {
  readonly id: string;
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly stage: Stage;
  readonly draws: Int32Array;
  readonly met: Int32Array;
  readonly notEvaluable: Int32Array;
}

/**
 * Answers of the draws `from` up to (not including) `to`: plain data, so that threads can hand it over.
 * Every series holds one value a draw, `series * draws + draw`. Parts that follow each other join into
 * what one run over all of their draws gives, bit for bit.
 */
export interface MonteCarloPart {
  readonly from: number;
  readonly to: number;
  /** By year: verdict codes of the resource part and of all parts. */
  readonly resource: Uint8Array;
  readonly overall: Uint8Array;
  /** By year and clause (`clauses`): verdict codes. */
  readonly clauses: Uint8Array;
  /** By year and figure (`figureAt`); NaN where it is not known. */
  readonly figures: Float64Array;
  /** By input (`uncertainInputs`): the county's mean draw up to the target year; NaN where it has no effect. */
  readonly inputs: Float64Array;
  readonly sections: readonly SectionCounts[];
}

export const emptyPart = (from: number, to: number, years: number): MonteCarloPart => {
  const draws = to - from;
  return {
    from,
    to,
    resource: new Uint8Array(years * draws),
    overall: new Uint8Array(years * draws),
    clauses: new Uint8Array(years * clauses.length * draws),
    figures: new Float64Array(years * figureCount * draws),
    inputs: new Float64Array(uncertainInputs.length * draws),
    sections: [],
  };
};

export const sectionCounts = (
  school: { readonly code: string; readonly name: string },
  stage: Stage,
  draws: Int32Array,
  met: Int32Array,
  notEvaluable: Int32Array,
): SectionCounts => ({ id: sectionId(school, stage), schoolCode: school.code, schoolName: school.name, stage, draws, met, notEvaluable });

const addTo = (total: Int32Array, more: Int32Array): void => {
  for (let i = 0; i < total.length; i += 1) total[i] = (total[i] ?? 0) + (more[i] ?? 0);
};

const joinSections = (parts: readonly MonteCarloPart[]): readonly SectionCounts[] => {
  const joined = new Map<string, SectionCounts>();
  for (const { sections } of parts) {
    for (const section of sections) {
      const total = joined.get(section.id);
      if (total === undefined) {
        const { draws, met, notEvaluable } = section;
        joined.set(section.id, { ...section, draws: draws.slice(), met: met.slice(), notEvaluable: notEvaluable.slice() });
      } else {
        addTo(total.draws, section.draws);
        addTo(total.met, section.met);
        addTo(total.notEvaluable, section.notEvaluable);
      }
    }
  }
  return inSectionOrder([...joined.values()]);
};

/** By stage, then by school code: no order of draws or rows can show. */
export const inSectionOrder = (sections: readonly SectionCounts[]): readonly SectionCounts[] =>
  [...sections].sort(
    (left, right) =>
      stages.indexOf(left.stage) - stages.indexOf(right.stage) ||
      (left.schoolCode < right.schoolCode ? -1 : left.schoolCode > right.schoolCode ? 1 : 0),
  );

/** Parts in any order, together covering draws without gap or overlap, as one. */
export const joinParts = (parts: readonly MonteCarloPart[]): MonteCarloPart => {
  const sorted = [...parts].sort((left, right) => left.from - right.from);
  const first = sorted[0];
  if (first === undefined) throw new RangeError("joinParts: no part");
  let to = first.from;
  for (const part of sorted) {
    if (part.from !== to) throw new RangeError(`joinParts: draws ${to} to ${part.from} are missing or there twice`);
    to = part.to;
  }
  const draws = to - first.from;
  const spread = <T extends Uint8Array | Float64Array>(joined: T, of: (part: MonteCarloPart) => T): T => {
    for (const part of sorted) {
      const own = part.to - part.from;
      for (let series = 0; series * own < of(part).length; series += 1) {
        joined.set(of(part).subarray(series * own, (series + 1) * own), series * draws + part.from - first.from);
      }
    }
    return joined;
  };
  const size = (series: Uint8Array | Float64Array): number => (series.length / (first.to - first.from)) * draws;
  return {
    from: first.from,
    to,
    resource: spread(new Uint8Array(size(first.resource)), (part) => part.resource),
    overall: spread(new Uint8Array(size(first.overall)), (part) => part.overall),
    clauses: spread(new Uint8Array(size(first.clauses)), (part) => part.clauses),
    figures: spread(new Float64Array(size(first.figures)), (part) => part.figures),
    inputs: spread(new Float64Array(size(first.inputs)), (part) => part.inputs),
    sections: joinSections(sorted),
  };
};

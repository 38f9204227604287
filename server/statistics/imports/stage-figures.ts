import { type SchoolType, type Stage, stagesOfType, typesWithSenior } from "../contract";
import type { Draft, Figure } from "./drafts";
import type { ReturnStage } from "./words";

/** Key of a staged field in a draft. */
export const stagedKey = (field: string, stage: ReturnStage | null): string => `${field}@${stage ?? ""}`;

/** What a draft says, told apart by the stages that the school teaches. */
export interface StageFigures {
  readonly type: SchoolType;
  readonly taught: readonly Stage[];
  /** The only stage of the school, senior pupils included; null for a school of several. */
  readonly only: Stage | null;
  /** The figure of a stage; one without a stage belongs to the only stage of its school. */
  readonly of: (field: string, stage: Stage) => Figure | undefined;
  /** The figure of a school of several stages that its form does not tell apart. */
  readonly whole: (field: string) => Figure | undefined;
}

export const stageFigures = (draft: Draft, type: SchoolType): StageFigures => {
  const taught = stagesOfType[type];
  const only = taught.length === 1 && !typesWithSenior.includes(type) ? (taught[0] ?? null) : null;
  return {
    type,
    taught,
    only,
    of: (field, stage) => draft.get(stagedKey(field, stage)) ?? (only === stage ? draft.get(stagedKey(field, null)) : undefined),
    whole: (field) => (only === null ? draft.get(stagedKey(field, null)) : undefined),
  };
};

/** A whole number of a figure; null when the figure is not given. */
export const numberIn = (figure: Figure | undefined): number | null => (typeof figure?.value === "number" ? figure.value : null);

/** Σ of the figures that must all be given, null when one is not. */
export const sumOf = (figures: readonly (Figure | undefined)[]): number | null => {
  let sum = 0;
  for (const figure of figures) {
    const value = numberIn(figure);
    if (value === null) return null;
    sum += value;
  }
  return sum;
};

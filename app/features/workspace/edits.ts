import { type Lever, leverSchema, type ScenarioDocument, scenarioDocumentSchema } from "@server/planning/contract";
import { freeLeverId, type LeverCandidate } from "~/features/planning/lever-form";

/** An edit of the document; null when the result is no scenario (a figure out of its range), so that nothing changes. */
export type Edit = (document: ScenarioDocument) => ScenarioDocument | null;

const withLevers = (document: ScenarioDocument, levers: readonly Lever[]): ScenarioDocument => ({ ...document, levers: [...levers] });

/** Replaces one lever by a candidate of the form's kind. */
export const putLever =
  (id: string, candidate: unknown): Edit =>
  (document) => {
    const parsed = leverSchema.safeParse(candidate);
    if (!parsed.success) return null;
    return withLevers(
      document,
      document.levers.map((lever) => (lever.id === id ? { ...parsed.data, id } : lever)),
    );
  };

/** Sets some fields of one lever. */
export const patchLever =
  (id: string, patch: Readonly<Record<string, unknown>>): Edit =>
  (document) => {
    const lever = document.levers.find((one) => one.id === id);
    return lever === undefined ? null : putLever(id, { ...lever, ...patch })(document);
  };

/** Adds levers, each with a free id of its own; null when one of them is none. */
export const addLevers =
  (candidates: readonly (LeverCandidate | Lever)[]): Edit =>
  (document) => {
    const levers = [...document.levers];
    for (const candidate of candidates) {
      const parsed = leverSchema.safeParse({ ...candidate, id: freeLeverId(levers) });
      if (!parsed.success) return null;
      levers.push(parsed.data);
    }
    const next = scenarioDocumentSchema.safeParse({ ...document, levers });
    return next.success ? withLevers(document, levers) : null;
  };

export const removeLevers =
  (ids: ReadonlySet<string>): Edit =>
  (document) =>
    withLevers(
      document,
      document.levers.filter(({ id }) => !ids.has(id)),
    );

export const enableLevers =
  (ids: ReadonlySet<string>, enabled: boolean): Edit =>
  (document) =>
    withLevers(
      document,
      document.levers.map((lever) => (ids.has(lever.id) ? { ...lever, enabled } : lever)),
    );

export const duplicateLevers =
  (ids: ReadonlySet<string>): Edit =>
  (document) =>
    addLevers(document.levers.filter(({ id }) => ids.has(id)))(document);

/** Sets the yearly cap or the horizon. */
export const patchDocument =
  (patch: Partial<Pick<ScenarioDocument, "annualBudgetWan" | "horizonYears" | "assumptions">>): Edit =>
  (document) => {
    const next = scenarioDocumentSchema.safeParse({ ...document, ...patch });
    return next.success ? next.data : null;
  };

import { type Lever, type LeverOf, type LeverType, leverSchema } from "../../contract";
import type { Site } from "./site";

/** What is done, before it is sized. It holds numbers of the year looked at, never its columns, which are stepped on. `build` answers null where a size is beyond what the levers allow. */
export interface Candidate {
  readonly kind: LeverType;
  /** `factor` 1 is the size by the shortage; a larger one after a trial that fell short. */
  readonly build: (factor: number) => readonly Lever[] | null;
  /** False where another size means nothing. */
  readonly sized: boolean;
}

type Own<T extends LeverType> = Partial<LeverOf<T>> & Readonly<Record<string, unknown>>;

/**
 * A lever from its default figures that begins as late as it can and still counts in the year looked at. Null
 * when that is too early for its lead time, or a figure is out of the bounds of its schema.
 */
export const draft = <T extends LeverType>(site: Site, type: T, own: Own<T>): Lever | null => {
  const { baseYear } = site.question.model;
  const defaults = site.defaults[type];
  const startYear = Math.max(baseYear, site.year - defaults.leadYears);
  if (startYear + defaults.leadYears > site.year) return null;
  const read = leverSchema.safeParse({
    ...defaults,
    id: "candidate",
    type,
    enabled: true,
    startYear,
    fundingSource: "",
    responsibleUnit: "",
    note: "",
    ...own,
  });
  return read.success ? read.data : null;
};

/** All of them or none. */
export const allOrNone = (levers: readonly (Lever | null)[]): readonly Lever[] | null =>
  levers.length > 0 && levers.every((lever) => lever !== null) ? levers.filter((lever) => lever !== null) : null;

/** A candidate of one lever whose size is a number. */
export const sizedBy = <T extends LeverType>(site: Site, type: T, own: (factor: number) => Own<T>): Candidate => ({
  kind: type,
  sized: true,
  build: (factor) => allOrNone([draft(site, type, own(factor))]),
});

/** A candidate of levers that have one size only. */
export const fixedAs = (kind: LeverType, levers: () => readonly (Lever | null)[]): Candidate => ({
  kind,
  sized: false,
  build: () => allOrNone(levers()),
});

/** Last statistics year of the projection. */
export const lastYearOf = ({ question, document }: Pick<Site, "question" | "document">): number =>
  question.model.baseYear + document.horizonYears;

/** Whole pieces, at least one; what is whole already is not raised by a binary trace. */
export const whole = (amount: number): number => Math.max(1, Math.ceil(amount - 1e-9));

/** Up to two decimals, rounded up. */
export const cents = (amount: number): number => Math.ceil(amount * 100 - 1e-9) / 100;

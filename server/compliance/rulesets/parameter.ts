import type { z } from "zod";

/**
 * What a parameter of the rules is, and what a value of one is. A parameter is defined once, for all
 * rule sets; a rule set gives each its values, dated and with their source.
 */

/** How well a value is established: primary text or several sources, one source only, or our own reading. */
export const certainties = ["certain", "one-source", "inferred"] as const;
export type Certainty = (typeof certainties)[number];

/** Where a value stands: document number (or the document the value was found in) and its article. */
export interface Reference {
  readonly document: string;
  readonly article: string;
}

/**
 * Which way a value gets stricter: `up` (a higher number, `true`, a longer list), `down` (a lower number,
 * `false`, a shorter list), null where no value is stricter than another (口径, a switch between readings).
 */
export type Stricter = "up" | "down" | null;

export interface ParameterDefinition<V> {
  readonly schema: z.ZodType<V>;
  /** 单位, as shown: `人/百名学生`, `平方米`, `口径` for a switch. */
  readonly unit: string;
  readonly stricter: Stricter;
}

/** One parameter of the rules: the schema of its values, their unit, and which way they get stricter. */
export const defineParameter = <V>(schema: z.ZodType<V>, unit: string, stricter: Stricter): ParameterDefinition<V> => ({
  schema,
  unit,
  stricter,
});

export type Definitions = Readonly<Record<string, ParameterDefinition<unknown>>>;
export type ValueOf<D> = D extends ParameterDefinition<infer V> ? V : never;

/** One value with its source and days of validity (ISO dates, both inclusive; `validTo` null: still in force). */
export interface Dated<T> {
  readonly value: T;
  readonly source: Reference;
  readonly certainty: Certainty;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The values that a parameter has had, oldest first, without gap or overlap. */
export type DatedSeries<T> = readonly [Dated<T>, ...Dated<T>[]];

/** A series for each parameter of a registry: what a rule set holds. */
export type SeriesOf<D extends Definitions> = { readonly [K in keyof D]: DatedSeries<ValueOf<D[K]>> };
/** One value for each parameter of a registry: what is in force on one day. */
export type ValuesOf<D extends Definitions> = { readonly [K in keyof D]: ValueOf<D[K]> };

/** The day from which the national measure holds (教督〔2017〕6号). */
const measureDay = "2017-04-19";

/** A value that has held since the national measure, or since `from`, and still does. */
export const since = <T>(value: T, source: Reference, certainty: Certainty = "certain", from: string = measureDay): DatedSeries<T> => [
  { value, source, certainty, validFrom: from, validTo: null },
];

/** Our own reading (默认口径) where the documents leave a point open. */
export const ownReading: Reference = { document: "本产品默认口径", article: "原文未作规定" };

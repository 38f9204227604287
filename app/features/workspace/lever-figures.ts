import { type Lever, type LeverField, type LeverType, leverForms } from "@server/planning/contract";

export type FigureField = Extract<LeverField, { kind: "figure" }>;

/** The sizing figure of a kind of lever with its limits. */
export const sizeField = (type: LeverType): FigureField => {
  const { size, fields } = leverForms[type];
  const field = fields.find((one): one is FigureField => one.kind === "figure" && one.name === size);
  if (field === undefined) throw new Error(`${type} has no figure ${size}`);
  return field;
};

/** A field of a lever by its name; null when it is none or no figure. */
export const figureOf = (lever: Lever, name: string): number | null => {
  const held: Readonly<Record<string, unknown>> = lever;
  const value = held[name];
  return typeof value === "number" ? value : null;
};

/** Range of the slider: the form's limits, or twice the present size where the form knows none. */
export const sliderRange = (
  field: FigureField,
  value: number | null,
): { readonly min: number; readonly max: number; readonly step: number } => {
  const min = field.share === true ? 0 : (field.min ?? 0);
  const step = field.share === true ? (field.step ?? 1) / 100 : (field.step ?? 1);
  if (field.share === true) return { min, max: (field.max ?? 100) / 100, step };
  const usual = Math.max(20 * step, 2 * (value ?? 0));
  // A range that follows the value would move under the hand: it grows in powers of two only.
  const max = Math.min(field.max ?? Number.POSITIVE_INFINITY, 10 * step * 2 ** Math.ceil(Math.log2(Math.max(usual / (10 * step), 1))));
  return { min, max, step };
};

/** Fields in which a kind of lever names its schools, the giving one first. */
export const schoolFields = (type: LeverType): readonly string[] =>
  leverForms[type].fields.flatMap((field) => (field.kind === "school" && field.optional !== true ? [field.name] : []));

/** Codes of the schools that a lever is about, the giving one first. */
export const schoolsOf = (lever: Lever): readonly string[] => {
  if (lever.type === "open_school") return [lever.code];
  if (lever.type === "hire_teachers") return lever.target.mode === "school" ? [lever.target.schoolCode] : [];
  const held: Readonly<Record<string, unknown>> = lever;
  const named = schoolFields(lever.type).flatMap((name) => (typeof held[name] === "string" && held[name] !== "" ? [held[name]] : []));
  return "targets" in lever ? [...named, ...lever.targets.map(({ schoolCode }) => schoolCode)] : named;
};

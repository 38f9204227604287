import { z } from "zod";
import { verdictSchema } from "./verdict-contract";

/** 政府保障程度 15, 教育质量 9, 社会认可度 1 (教督〔2017〕6号 arts. 7–9). */
export const itemIds = [
  "G1",
  "G2",
  "G3",
  "G4",
  "G5",
  "G6",
  "G7",
  "G8",
  "G9",
  "G10",
  "G11",
  "G12",
  "G13",
  "G14",
  "G15",
  "Q1",
  "Q2",
  "Q3",
  "Q4",
  "Q5",
  "Q6",
  "Q7",
  "Q8",
  "Q9",
  "X1",
] as const;
export const itemIdSchema = z.enum(itemIds);
export type ItemId = z.infer<typeof itemIdSchema>;
export const assuranceItems = itemIds.slice(0, 15);
export const qualityItems = itemIds.slice(15, 24);

/**
 * How a figure of an official sentence is written, told by the end of its name: `…Share` is a fraction of 1
 * shown as a percentage with one decimal, `…Rate` is shown as it was reported, `…Level` is a level 1–4
 * (Ⅰ–Ⅳ), everything else (persons, schools, classes, yuan for `…Yuan`) is a whole number.
 */
export const figureKind = (of: string): "share" | "rate" | "level" | "yuan" | "count" => {
  const name = of.endsWith("Limit") ? of.slice(0, -"Limit".length) : of;
  if (name.endsWith("Share")) return "share";
  if (name.endsWith("Rate")) return "rate";
  if (name.endsWith("Level") || name === "level") return "level";
  return name.endsWith("Yuan") ? "yuan" : "count";
};

/** A school (or one of its stages) that fails an item or cannot be judged on it, with the figures that say so. */
export const itemSchoolSchema = z.strictObject({
  schoolCode: z.string(),
  schoolName: z.string(),
  stage: z.enum(["primary", "junior"]).nullable().describe("null: the school as a whole"),
  figures: z.record(z.string(), z.number().nullable()),
});
export type ItemSchool = z.infer<typeof itemSchoolSchema>;

const itemInputSchema = z.strictObject({ schoolCode: z.string().nullable(), path: z.string() });

export const itemResultSchema = z.strictObject({
  id: itemIdSchema,
  verdict: verdictSchema,
  borderline: z.boolean().describe("临界: the official decimals would change the verdict"),
  figures: z
    .record(z.string(), z.number().nullable())
    .describe("unrounded figures of the official sentence (表Ⅳ, Ⅴ, Ⅵ), by name; shares as fractions of 1"),
  limits: z.record(z.string(), z.number()).describe("limits in force, by the name of the figure they bound"),
  failing: z.array(itemSchoolSchema).describe("schools that fail, worst first"),
  open: z.array(itemSchoolSchema).describe("schools that cannot be judged"),
  missing: z
    .array(itemInputSchema)
    .describe("inputs that are missing: dotted dataset path of the school, or of the county when no school is named"),
  contradictory: z
    .array(itemInputSchema)
    .describe("inputs that contradict another, such as a part larger than its whole: no verdict rests on them"),
  reliefs: z
    .array(z.strictObject({ id: z.string(), schools: z.array(z.string()), endsIn: z.number().int().nullable() }))
    .describe("reliefs without which schools would fail, and the year each ends (null: open-ended)"),
});
export type ItemResult = z.infer<typeof itemResultSchema>;

/** Numbers for the blanks of an item's texts: its figures, and its limits under the name of the figure + `Limit`. */
export const sentenceFigures = ({ figures, limits }: Pick<ItemResult, "figures" | "limits">): Readonly<Record<string, number | null>> => ({
  ...figures,
  ...Object.fromEntries(Object.entries(limits).map(([name, limit]) => [`${name}Limit`, limit])),
});

export const vetoResultSchema = z.strictObject({
  id: z.string(),
  title: z
    .strictObject({ "zh-CN": z.string(), en: z.string() })
    .nullable()
    .describe("of a veto that a layer added; null for those of the document, whose text is in the catalogue"),
  state: z.enum(["clear", "occurred", "undeclared"]),
  hints: z.record(z.string(), z.number()).describe("figures that ask for a second look, by name"),
});
export type VetoResult = z.infer<typeof vetoResultSchema>;

/** 申报资格: years since the recognition of basic balance, monitoring since then, known problems solved. */
export const eligibilitySchema = z.strictObject({
  verdict: verdictSchema,
  yearsSinceRecognition: z.number().int().nullable(),
  yearsRequired: z.number().int(),
  monitoring: z.boolean().nullable(),
  problemsSolved: z.boolean().nullable(),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

/** An indicator that a layer of the rules added (地方附加指标). */
export const extraResultSchema = z.strictObject({
  id: z.string(),
  title: z.strictObject({ "zh-CN": z.string(), en: z.string() }),
  verdict: verdictSchema,
  failing: z.array(itemSchoolSchema),
  open: z.array(itemSchoolSchema),
});
export type ExtraResult = z.infer<typeof extraResultSchema>;

/** All parts of 优质均衡. `incomplete` (资料不全): nothing fails, something cannot be judged. */
export const overallSchema = z.strictObject({
  verdict: z.enum(["met", "not_met", "incomplete"]),
  resource: verdictSchema,
  assurance: verdictSchema,
  quality: verdictSchema,
  recognition: verdictSchema,
  vetoes: verdictSchema,
  eligibility: verdictSchema,
  extras: verdictSchema,
  /** The 32 indicators: seven resource (with their CV), 15, 9, 1. */
  met: z.number().int(),
  notMet: z.number().int(),
  notEvaluable: z.number().int(),
});
export type Overall = z.infer<typeof overallSchema>;

/** Answer to "why" for a veto, or for eligibility (`E`): clause → what is stated → where it was stated. No number decides it. */
export interface StatementExplanation {
  readonly clause: ItemExplanation["clause"];
  readonly result: VetoResult | Eligibility;
  readonly inputs: ItemExplanation["inputs"];
}

/** Answer to "why" for one of the 25 items: clause → formula with numbers → schools → inputs → cheapest change. */
export interface ItemExplanation {
  readonly clause: {
    readonly document: string;
    readonly article: string;
    readonly text: Readonly<Record<"zh-CN" | "en", string>>;
  };
  /** Catalogue key of the formula (`clauses:<id>.formula`) and the numbers that fill it. */
  readonly formula: { readonly key: string; readonly values: Readonly<Record<string, number | null>> };
  readonly result: ItemResult;
  /** Failing schools first, worst first, then those that cannot be judged. */
  readonly schools: readonly ItemSchool[];
  /** Imported figures used; `path` is the dotted dataset path within the school, or within the county when no school is named. */
  readonly inputs: readonly {
    readonly schoolCode: string | null;
    readonly schoolName: string | null;
    readonly path: string;
    readonly value: number | boolean | null;
  }[];
  /** Cheapest single kind of change that would turn a failure into a pass, where it is a number. */
  readonly change: { readonly key: string; readonly values: Readonly<Record<string, number>> } | null;
}

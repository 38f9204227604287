import { z } from "zod";
import { certainties } from "./rules-contract";

/**
 * A layer (分级规则): what a province, city or county puts on top of the national rules. Data only: it may
 * tighten, add or date a value, never loosen one.
 */

const isoDay = z.iso.date().describe("ISO date, inclusive");
const line = z.string().trim().min(1).max(200);
const bilingual = z.strictObject({ "zh-CN": line, en: line });
const source = z.strictObject({ document: line, article: line }).describe("where the demand stands: document number and article");

export const layerLevels = ["province", "city", "county"] as const;
export const layerLevelSchema = z.enum(layerLevels);
export type LayerLevel = z.infer<typeof layerLevelSchema>;

export const layerEntrySchema = z.strictObject({
  key: z.string().min(1).max(80).describe("key of a parameter of the rules"),
  value: z.json().describe("value in the unit of the parameter"),
  source,
  certainty: z.enum(certainties),
  validFrom: isoDay,
  validTo: isoDay.nullable().describe("last day; null: still in force. After it the value below the layer holds again"),
});

const addedId = z.string().regex(/^[A-Z][0-9A-Z-]{1,11}$/u);

/** A further matter that rules recognition out (地方一票否决). */
export const extraVetoSchema = z.strictObject({ id: addedId, title: bilingual, source });
export type ExtraVeto = z.infer<typeof extraVetoSchema>;

/** A further indicator of every school (地方附加指标): Σ terms per pupils, per hundred pupils or per class, held against a standard of each stage. */
export const extraIndicatorSchema = z.strictObject({
  id: addedId,
  title: bilingual,
  terms: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(80).describe("dataset path of a school's figure: teachers.fullTime, facilities.artRooms, basic.books"),
        factor: z.number().min(-1e6).max(1e6).default(1),
      }),
    )
    .min(1)
    .max(10),
  per: z.enum(["pupil", "hundred_pupils", "class"]),
  bound: z.enum(["at_least", "at_most"]).default("at_least"),
  standard: z
    .strictObject({ primary: z.number().min(0).nullable(), junior: z.number().min(0).nullable() })
    .describe("null: the stage is not judged"),
  source,
});
export type ExtraIndicator = z.infer<typeof extraIndicatorSchema>;

export const ruleLayerSchema = z.strictObject({
  format: z.literal("hengce.rule-layer/1"),
  id: z
    .string()
    .regex(/^[0-9a-z-]{1,40}$/u)
    .describe("id of the layer, stable over its versions"),
  version: z.string().regex(/^[0-9A-Za-z.-]{1,40}$/u),
  level: layerLevelSchema,
  title: bilingual,
  entries: z.array(layerEntrySchema).max(200).default([]),
  extraVetoes: z.array(extraVetoSchema).max(20).default([]),
  extraIndicators: z.array(extraIndicatorSchema).max(20).default([]),
  note: z.string().trim().max(2000).default(""),
});
export type RuleLayer = z.output<typeof ruleLayerSchema>;

export const layerProblemCodes = [
  "unknown_key",
  "invalid_value",
  "loosens",
  "dates_reversed",
  "levels_out_of_order",
  "id_taken",
  "unknown_path",
  "no_additions",
] as const;

/** Why a layer cannot be put on a rule set: the place in the layer and what stands against it. */
export interface LayerProblem {
  readonly layer: string;
  /** Dotted path inside the layer (`entries.2.value`); the key itself for a value that is only tried. */
  readonly path: string;
  readonly code: (typeof layerProblemCodes)[number];
  /** Key or id in question, the keys that look like it, and the value that it would loosen. */
  readonly key: string;
  readonly near: readonly string[];
  readonly inForce: z.core.util.JSONType | null;
}

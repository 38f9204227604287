import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";
import type { Overall } from "./items-contract";
import {
  type ExtraIndicator,
  type ExtraVeto,
  extraIndicatorSchema,
  extraVetoSchema,
  type LayerLevel,
  layerEntrySchema,
  type RuleLayer,
} from "./layer-contract";
import type { Dated, ParameterKey, Stricter } from "./rules-contract";
import type { Verdict } from "./verdict-contract";

type Bilingual = Readonly<Record<"zh-CN" | "en", string>>;

/** What an administrator writes of a layer; who, where and which version are added by the service. */
export const layerDraftSchema = z.strictObject({
  entries: z.array(layerEntrySchema).max(200),
  extraVetoes: z.array(extraVetoSchema).max(20),
  extraIndicators: z.array(extraIndicatorSchema).max(20),
  note: z.string().trim().min(1).max(500),
});
export type LayerDraft = z.output<typeof layerDraftSchema>;

/** One stored version of a layer of the actor's own organisation. */
export interface LayerVersion {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly layer: RuleLayer;
}

/** Where a value comes from: the national document or the layer of a level. */
export type Origin = "national" | LayerLevel;

/** How a value is entered: a number, a switch, one or several of a list, or a text of the registry's own form. */
export type ValueInput =
  | { readonly kind: "number" }
  | { readonly kind: "flag" }
  | { readonly kind: "text" }
  /** 一票否决事项: one a line, `编号 中文 | English`. */
  | { readonly kind: "titles" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "list"; readonly options: readonly string[] };

/** One parameter with all its dated values, oldest first, as in force for the actor's organisation. */
export interface RuleValue {
  readonly key: string;
  readonly unit: string;
  readonly stricter: Stricter;
  readonly input: ValueInput;
  readonly entries: readonly (Dated<unknown> & { readonly origin: Origin })[];
}

export interface RuleSetHead {
  readonly id: string;
  readonly title: Bilingual;
  /** Full version: the national one and that of every layer. */
  readonly version: string;
  /** 优质均衡, of which a province chooses one set, or 基本均衡, whose one set always applies. */
  readonly family: "quality" | "basic";
  /** The set of its family by which the counties of the province are judged. */
  readonly chosen: boolean;
}

/** A layer that is in force, as far as the actor may know it. */
export interface AppliedLayer {
  readonly id: string;
  readonly level: LayerLevel;
  readonly title: Bilingual;
  readonly version: string;
  readonly createdAt: string;
  /** Entries that a stricter layer above has overtaken since: they do not count. */
  readonly superseded: readonly string[];
}

export interface RuleSetView extends RuleSetHead {
  readonly values: readonly RuleValue[];
  readonly layers: readonly AppliedLayer[];
  readonly extraVetoes: readonly (ExtraVeto & { readonly origin: Origin })[];
  readonly extraIndicators: readonly (ExtraIndicator & { readonly origin: Origin })[];
}

/** What a draft would change of the rules in force: values by key, additions by id. */
export interface DraftPreview {
  readonly version: string;
  readonly changes: readonly {
    readonly key: string;
    readonly before: readonly Dated<unknown>[];
    readonly after: readonly Dated<unknown>[];
  }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** 判定规则集的选择: by which set the counties of a province are judged, and since when. */
export interface RuleChoice {
  readonly version: number;
  readonly ruleSetId: string;
  readonly note: string;
  readonly chosenBy: string;
  readonly chosenAt: string;
}

/**
 * One side of a comparison: a rule set with the layers in force (`quality-2017`), bare (`quality-2017@national`), or
 * with the layers as they stood when one of their versions was saved (`quality-2017@<id of that version>`).
 */
export const rulesSideSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}(@(national|[0-9a-f-]{36}))?$/);

export interface ComparedSide {
  readonly side: string;
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly resource: Verdict;
  readonly overall: Overall | null;
  readonly failing: number;
  readonly notEvaluable: number;
}

/** The same data under two sets of rules: only what differs. */
export interface RulesComparison {
  readonly datasetId: string;
  readonly statisticsYear: number;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly values: readonly { readonly key: ParameterKey; readonly unit: string; readonly a: unknown; readonly b: unknown }[];
  readonly sections: readonly {
    readonly id: string;
    readonly name: string;
    readonly stage: "primary" | "junior";
    readonly a: Verdict | null;
    readonly b: Verdict | null;
    /** Indicators whose state differs. */
    readonly indicators: readonly string[];
  }[];
  readonly balances: readonly {
    readonly stage: "primary" | "junior";
    readonly indicator: string;
    readonly a: { readonly cv: number | null; readonly limit: number; readonly verdict: Verdict };
    readonly b: { readonly cv: number | null; readonly limit: number; readonly verdict: Verdict };
  }[];
  readonly items: readonly { readonly id: string; readonly a: Verdict | null; readonly b: Verdict | null }[];
}

/** Rules: what is in force for an organisation, its own layer, and what other rules would change. */
export interface RulesService {
  list(actor: Actor): Promise<Result<{ readonly ruleSets: readonly RuleSetHead[]; readonly choice: RuleChoice | null }, AppError>>;
  ruleSet(actor: Actor, ruleSetId: string): Promise<Result<RuleSetView, AppError>>;
  /** Versions of the organisation's own layer, newest first. */
  history(actor: Actor, ruleSetId: string): Promise<Result<readonly LayerVersion[], AppError>>;
  /** Errors: `rule_layer_refused` with one issue for each problem (path in the draft, reason in words). */
  preview(actor: Actor, ruleSetId: string, draft: LayerDraft): Promise<Result<DraftPreview, AppError>>;
  /** Writes the next version; judgements made before keep theirs. Errors as `preview`. */
  save(actor: Actor, ruleSetId: string, draft: LayerDraft): Promise<Result<LayerVersion, AppError>>;
  /** Provinces only: by which set their counties are judged from now on. */
  choose(actor: Actor, ruleSetId: string, note: string): Promise<Result<RuleChoice, AppError>>;
  /** Sides that the actor may compare: id and what it is. */
  sides(
    actor: Actor,
  ): Promise<Result<readonly { readonly side: string; readonly title: Bilingual; readonly layer: AppliedLayer | null }[], AppError>>;
  /** Counties only: their own dataset (newest when null) under two sets of rules. */
  compare(actor: Actor, datasetId: string | null, a: string, b: string): Promise<Result<RulesComparison | null, AppError>>;
}

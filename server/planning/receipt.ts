import { complianceEngineVersion, type RuleSet } from "@server/compliance/engine/index";
import type { Interruption, RunReceipt } from "@server/jobs/contract";
import { contentHash } from "@server/platform/hash";
import { z } from "zod";
import type { ScenarioDocument } from "./contract";
import { planningEngineVersion } from "./engine/index";
import type { AnyKind } from "./kinds/kind";

/** What was asked, as far as a receipt names it. */
export interface ReceiptQuestion {
  readonly datasetHash: string;
  /** Empty: nothing was attested beside the data. */
  readonly attestedHash: string;
  readonly furtherHashes: readonly string[];
  readonly document: ScenarioDocument;
  /** Null for what belongs to no stored scenario. */
  readonly scenarioVersion: number | null;
  readonly ruleSet: Pick<RuleSet, "id" | "version">;
  /** As their schema reads them; null where a kind has none. */
  readonly settings: unknown;
}

const seededSchema = z.object({ seed: z.number() });
const seedOf = (settings: unknown): { readonly seed?: number } => {
  const seeded = seededSchema.safeParse(settings);
  return seeded.success ? { seed: seeded.data.seed } : {};
};

/** SHA-256 of what must be the same whenever the question is asked again. */
export const lastingHash = (kind: AnyKind, result: unknown): string => contentHash(kind.lasting(result));

/** 回执 of an answer: what was asked, by which rules and engines, and what came of it. */
export const receiptOf = (
  kind: AnyKind,
  { datasetHash, attestedHash, furtherHashes, document, scenarioVersion, ruleSet, settings }: ReceiptQuestion,
  result: unknown,
  computeMs: number,
  interrupted: Interruption | null,
): RunReceipt => ({
  datasetHash,
  ...(attestedHash === "" ? {} : { attestedHash }),
  ...(furtherHashes.length === 0 ? {} : { furtherHashes }),
  scenarioHash: contentHash(document),
  ...(scenarioVersion === null ? {} : { scenarioVersion }),
  ...(settings === null ? {} : { settingsHash: contentHash(settings) }),
  ...seedOf(settings),
  ruleSet: { id: ruleSet.id, version: ruleSet.version },
  complianceEngine: complianceEngineVersion,
  planningEngine: planningEngineVersion,
  computeMs,
  resultHash: lastingHash(kind, result),
  ...(interrupted === null ? {} : { interrupted }),
});

import type { TenantTx } from "@db/tenant";
import { z } from "zod";
import { findQuestion } from "./answers-repository";
import { type ScenarioDocument, scenarioDocumentSchema } from "./scenario-document";

const askedSchema = z.object({ document: scenarioDocumentSchema });

/** The scenario of a run as it was asked about, whatever became of it since. */
export const askedDocument = async (tx: TenantTx, runId: string): Promise<ScenarioDocument> =>
  askedSchema.parse((await findQuestion(tx, runId))?.input).document;

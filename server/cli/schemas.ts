import { basicAssessmentSchema } from "@server/compliance/basic-contract";
import { countyAssessmentSchema, ruleLayerSchema } from "@server/compliance/contract";
import {
  attributionSchema,
  backtestSchema,
  goalAnswerSchema,
  goalRequestSchema,
  monteCarloSchema,
  planAnswerSchema,
  planRequestSchema,
  scenarioDocumentSchema,
  uncertaintySettingsSchema,
  writtenProjectionSchema,
} from "@server/planning/contract";
import { countyDatasetSchema } from "@server/statistics/contract";
import { z } from "zod";
import { receiptFileSchema } from "./receipts";

const documents = {
  "dataset.schema.json": { title: "Hengce county dataset", schema: countyDatasetSchema },
  "rule-layer.schema.json": { title: "Hengce layer of rules", schema: ruleLayerSchema },
  "scenario.schema.json": { title: "Hengce scenario", schema: scenarioDocumentSchema },
  "assessment.schema.json": { title: "Hengce county assessment", schema: countyAssessmentSchema },
  "basic-assessment.schema.json": { title: "Hengce county assessment of basic balance", schema: basicAssessmentSchema },
  "projection.schema.json": { title: "Hengce projection", schema: writtenProjectionSchema },
  "attribution.schema.json": { title: "Hengce attribution", schema: attributionSchema },
  "uncertainty-settings.schema.json": { title: "Hengce ranges of uncertain inputs", schema: uncertaintySettingsSchema },
  "montecarlo.schema.json": { title: "Hengce Monte-Carlo answer", schema: monteCarloSchema },
  "plan-request.schema.json": { title: "Hengce request for the cheapest plan", schema: planRequestSchema },
  "plan.schema.json": { title: "Hengce cheapest plan", schema: planAnswerSchema },
  "goal-request.schema.json": { title: "Hengce goal for one lever", schema: goalRequestSchema },
  "goal.schema.json": { title: "Hengce least of one lever", schema: goalAnswerSchema },
  "backtest.schema.json": { title: "Hengce back-test", schema: backtestSchema },
  "receipt.schema.json": { title: "Hengce receipt of an answer on files", schema: receiptFileSchema },
} as const;

/** Text of each file in docs/schema: what the command line reads and answers, as JSON Schema 2020-12. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(documents).map(([name, { title, schema }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        target: "draft-2020-12",
        io: "input",
        reused: "ref",
        override: ({ jsonSchema }) => {
          // "Any integer": the bounds that zod adds are those of the number type, not of the figure.
          if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
          if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        },
      });
      return [name, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );

import { indicatorStateSchema, resourceIndicatorSchema, verdictSchema } from "@server/compliance/contract";
import { storedAssessmentSchema } from "@server/compliance/stored-assessment";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import type { HeatCell, PublicationPayload } from "./contract";

/** Snapshots outlive the code that wrote them, so what comes back from storage is parsed. */
const payloadSchema: z.ZodType<PublicationPayload> = z.strictObject({
  format: z.literal("hengce.publication/1"),
  datasetHash: z.string(),
  fiscalYear: z.number().int(),
  assessment: storedAssessmentSchema,
});

const cellsSchema: z.ZodType<HeatCell[]> = z.array(
  z.strictObject({
    stage: stageSchema,
    indicator: resourceIndicatorSchema,
    cv: z.number().nullable(),
    // Snapshots from before it was kept do not say.
    limit: z.number().nullable().default(null),
    cvVerdict: verdictSchema,
    cvExcess: z.number().nullable(),
    mean: z.number().nullable(),
    sections: z.record(indicatorStateSchema, z.number().int()),
  }),
);

/** Stored payload → typed; throws when storage holds something else. */
export const parsePayload = (stored: unknown): PublicationPayload => payloadSchema.parse(stored);

/** Stored heat map cells → typed; throws when storage holds something else. */
export const parseCells = (stored: unknown): readonly HeatCell[] => cellsSchema.parse(stored);

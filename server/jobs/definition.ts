import type { TenantTx } from "@db/tenant";
import type { z } from "zod";
import type { RunKind } from "./contract";

/**
 * What a worker needs to know of one kind of run: how its input is read, and how its answer is kept.
 * The computing between the two happens in a child process (workers/compute.ts), which has neither
 * database nor secrets.
 */
export interface JobDefinition<I = unknown, O = unknown> {
  readonly kind: RunKind;
  readonly inputSchema: z.ZodType<I>;
  /** Bounds of its child process where they are not the usual ones: heap in MB, wall time in ms. */
  readonly limits?: { readonly memoryMb: number; readonly wallMs: number };
  /** How long a cancelled computing may take to hand over the best that it has, ms; without it the child is ended at once. */
  readonly stopWithinMs?: number;
  /** Reads all that the computing needs, in the tenant's transaction; the value is sent to the child. */
  load(tx: TenantTx, input: I): Promise<unknown>;
  /** Keeps the answer, in the same transaction that ends the run: both happen or neither. */
  save(tx: TenantTx, runId: string, output: O): Promise<void>;
}

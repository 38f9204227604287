import type { RunKind } from "@server/jobs/contract";
import { planningFunctions } from "@server/planning/compute";
import { provinceFunctions } from "@server/province/compute";
import type { ComputeFunction } from "../serve-compute";

/** How each kind of run is computed: the child's side, pure. */
export const productFunctions: Readonly<Record<RunKind, ComputeFunction>> = { ...planningFunctions, ...provinceFunctions };

import type { JobDefinition } from "@server/jobs";
import type { RunKind } from "@server/jobs/contract";
import { planningJobs } from "@server/planning";
import { provinceJobs } from "@server/province";

const byKind = { ...planningJobs, ...provinceJobs } satisfies Readonly<Record<RunKind, JobDefinition>>;

/** How each kind of run is loaded and saved: the worker's side, with the database. */
export const productDefinitions: readonly JobDefinition[] = Object.values(byKind);

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "@server/auth/contract";
import { createJobsService, type JobsLog, type JobTimings, type RunQueue, startRun } from "@server/jobs";
import type { JobsService, RunState, RunView } from "@server/jobs/contract";
import { contentHash } from "@server/platform/hash";
import type { ComputeEntry } from "@workers/run-child";
import { type RunningWorker, startWorker, type WorkerDeps } from "@workers/worker";
import { bundle } from "./bundle";
import type { CountingInput } from "./counting-input";
import { countingJob } from "./counting-job";
import { type SeededOrganisations, seedOrganisations } from "./organisations";
import { type TestDatabase, testDatabase } from "./postgres";
import { until } from "./until";

/** Everything that takes half a minute in production takes a second here. */
export const quickTimings: JobTimings = {
  relayEvery: 20,
  reconcileEvery: 100,
  beatEvery: 100,
  // Longer than a busy machine may keep a live worker from beating.
  staleAfter: 10_000,
  resendAfter: 2_000,
  maxAttempts: 3,
  perTenant: 4,
};

/** Keeps the lines of a log for a test to look at. */
export const recordingLog = (): JobsLog & { readonly lines: string[] } => {
  const lines: string[] = [];
  const line = (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
  };
  return { lines, info: line, warn: line, error: line };
};

export interface JobsBench {
  readonly db: TestDatabase;
  readonly organisations: SeededOrganisations;
  readonly jobs: JobsService;
  readonly planner: Actor;
  readonly compute: ComputeEntry;
  /** Asks a question as the planner unless told otherwise. */
  ask(input: CountingInput, actor?: Actor): Promise<RunView>;
  view(runId: string, actor?: Actor): Promise<RunView>;
  /** Waits until the run is in the state. */
  reaches(runId: string, state: RunState, actor?: Actor): Promise<RunView>;
  /** How often the run's effect happened. */
  effects(runId: string): Promise<number>;
  attempts(runId: string): Promise<number>;
  /** A gate and its keys: where the computing waits until the test opens. */
  gate(name: string): { readonly path: string; open(): Promise<void>; childPid(): Promise<number> };
  startWorker(queue: RunQueue, changes?: Partial<WorkerDeps>): RunningWorker;
  close(): Promise<void>;
}

/** A database with organisations, a table that counts effects, and the counting job. */
export const jobsBench = async (): Promise<JobsBench> => {
  const db = await testDatabase({ poolSize: 8 });
  const organisations = await seedOrganisations(db);
  await db.ownerSql`create table jobs.effect (run_id uuid not null, answer text not null)`;
  await db.ownerSql`grant insert on jobs.effect to hengce_worker`;
  const jobs = createJobsService({ withTenant: db.withTenant });
  const planner = organisations.countyA1.actors.planner;
  const compute = await bundle(new URL("./counting-compute.ts", import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), "hengce-gates-"));

  const view = async (runId: string, actor = planner): Promise<RunView> => {
    const found = await jobs.get(actor, runId);
    if (!found.ok) throw new Error(`run ${runId}: ${found.error.code}`);
    return found.value;
  };
  return {
    db,
    organisations,
    jobs,
    planner,
    compute,
    view,
    ask: (input, actor = planner) =>
      db.withTenant(actor, (tx) =>
        startRun(tx, actor, { kind: "projection", scenarioId: null, subject: input.name, input, inputHash: contentHash(input) }),
      ),
    reaches: (runId, state, actor = planner) =>
      until(`run is ${state}`, async () => {
        const run = await view(runId, actor);
        return run.state === state ? run : null;
      }),
    effects: async (runId) => {
      const [row] = await db.ownerSql<{ effects: number }[]>`select count(*)::int as effects from jobs.effect where run_id = ${runId}`;
      return row?.effects ?? Number.NaN;
    },
    attempts: async (runId) => {
      const [row] = await db.ownerSql<{ attempts: number }[]>`select attempts from jobs.dispatch where run_id = ${runId}`;
      return row?.attempts ?? Number.NaN;
    },
    gate: (name) => {
      const path = join(folder, name);
      return {
        path,
        open: () => writeFile(path, ""),
        childPid: () => until("a child waits at the gate", async () => Number(await readFile(`${path}.pid`, "utf8").catch(() => ""))),
      };
    },
    startWorker: (queue, changes = {}) =>
      startWorker({
        db: db.pools.worker.db,
        withTenant: db.withWorkerTenant,
        queue,
        definitions: [countingJob],
        compute,
        limits: { memoryMb: 128, wallMs: 60_000 },
        timings: quickTimings,
        log: recordingLog(),
        ...changes,
      }),
    close: async () => {
      await db.close();
      await compute.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** True while a process with this id exists. */
export const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

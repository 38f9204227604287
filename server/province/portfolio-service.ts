import type { TenantTx, WithReader, WithTenant } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import { complianceEngineVersion } from "@server/compliance";
import { rulesInForceFor } from "@server/compliance/layers-effective";
import { findRun, type RunStarter } from "@server/jobs";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { findAnswer } from "@server/planning/answers-repository";
import { planningEngineVersion } from "@server/planning/engine/index";
import { contentHash } from "@server/platform/hash";
import { countiesBelow, publishedSummaries, publishedYears } from "./comparison-repository";
import { standingIds } from "./policy-repository";
import {
  type AllocationAnswer,
  allocationAnswerSchema,
  allocationRequestSchema,
  type FrontierAnswer,
  frontierAnswerSchema,
  frontierFormat,
  type PortfolioAllocation,
  type PortfolioService,
  type PortfolioView,
} from "./portfolio-contract";
import { type AllocationInput, allocationInputSchema, type FrontierInput } from "./portfolio-job";
import { byTargetYear, lineOf, moneyByYear } from "./portfolio-lines";
import { type AskedRun, askedRuns } from "./portfolio-repository";

const contextOf = (actor: Actor) => ({ orgId: actor.orgId, userId: actor.userId });
const lookedThrough = 20;

/** Frontiers are computed by a province and by a city, each of the counties below it. */
const denied = (actor: Actor, permission: "comparison.read" | "run.start"): AppError | null =>
  actor.orgKind === "county" ? appError("forbidden") : denial(actor, permission);

/** The grant is the province's: a city shares none. */
const deniedGrant = (actor: Actor): AppError | null =>
  actor.orgKind === "province" ? denial(actor, "policy.write") : appError("forbidden");

interface StoredFrontier {
  readonly runId: string;
  readonly computedAt: string;
  readonly answer: FrontierAnswer;
}

interface StoredAllocation {
  readonly run: PortfolioAllocation["run"];
  readonly input: AllocationInput;
  readonly answer: AllocationAnswer | null;
}

/** Builds the portfolio of provinces: frontiers and allocations by workers, put together with what stands published now. */
export const createPortfolioService = ({
  withTenant,
  withReader,
  jobs,
}: {
  readonly withTenant: WithTenant;
  readonly withReader: WithReader;
  readonly jobs: RunStarter;
}): PortfolioService => {
  const frontierOf = async (tx: TenantTx, runId: string): Promise<StoredFrontier | null> => {
    const stored = await findAnswer(tx, runId);
    const answer = frontierAnswerSchema.safeParse(stored?.result);
    const run = answer.success ? await findRun(tx, runId) : null;
    return answer.success && run !== null ? { runId, computedAt: run.finishedAt ?? run.createdAt, answer: answer.data } : null;
  };

  const newestFrontier = async (tx: TenantTx, runs: readonly AskedRun[]): Promise<StoredFrontier | null> => {
    for (const { id } of runs) {
      const found = await frontierOf(tx, id);
      if (found !== null) return found;
    }
    return null;
  };

  /** The allocation asked for, else the newest one of the frontier. */
  const allocationOf = async (tx: TenantTx, runId: string | null, frontierRunId: string | null): Promise<StoredAllocation | null> => {
    for (const { id, input } of await askedRuns(tx, "allocation", lookedThrough)) {
      const read = allocationInputSchema.safeParse(input);
      if (!read.success || (runId === null ? read.data.request.frontierRunId !== frontierRunId : id !== runId)) continue;
      const run = await findRun(tx, id);
      if (run === null) continue;
      const answer = allocationAnswerSchema.safeParse((await findAnswer(tx, id))?.result);
      return { run, input: read.data, answer: answer.success ? answer.data : null };
    }
    return null;
  };

  const published = (actor: Actor, statisticsYear: number | null) =>
    withReader(contextOf(actor), async (tx) => {
      const year = statisticsYear ?? (await publishedYears(tx))[0];
      if (year === undefined) return null;
      return { year, counties: await countiesBelow(tx), summaries: await publishedSummaries(tx, year) };
    });
  type Published = NonNullable<Awaited<ReturnType<typeof published>>>;

  const shownAllocation = (
    { run, input, answer }: StoredAllocation,
    lines: NonNullable<PortfolioView["frontier"]>["lines"],
    { summaries }: Published,
    horizon: readonly number[],
  ): PortfolioAllocation => {
    const standing = new Set([...summaries.values()].map(({ id }) => id));
    const withdrawn = (answer?.counties ?? []).some(({ publicationId }) => !standing.has(publicationId));
    const shown = withdrawn ? null : answer;
    return {
      run,
      request: input.request,
      withdrawn,
      answer:
        shown === null
          ? null
          : {
              statisticsYear: shown.statisticsYear,
              lastYear: shown.lastYear,
              solver: shown.solver,
              totals: shown.totals,
              curve: shown.curve,
              delays: shown.delays,
            },
      money: shown === null ? [] : moneyByYear(lines, input.request.provinceShare, horizon),
    };
  };

  const viewOf = (
    stored: { readonly frontier: StoredFrontier | null; readonly allocation: StoredAllocation | null },
    now: Published,
  ): Pick<PortfolioView, "frontier" | "allocation"> => {
    const { frontier, allocation } = stored;
    if (frontier === null) return { frontier: null, allocation: null };
    const { request, counties, ruleSet } = frontier.answer;
    const standing = new Map([...now.summaries.values()].map((summary) => [summary.id, summary]));
    const whole = allocation?.answer?.counties.every(({ publicationId }) => standing.has(publicationId)) ?? false;
    const targets = new Map(whole ? allocation?.answer?.counties.map(({ countyId, targetYear }) => [countyId, targetYear]) : []);
    const lines = counties
      .flatMap((county) => {
        const summary = standing.get(county.publicationId);
        if (summary === undefined) return [];
        return [lineOf(county, summary, targets.get(county.countyId) ?? null, allocation?.input.request.provinceShare ?? 1)];
      })
      .sort(byTargetYear);
    const known = new Set(counties.map(({ publicationId }) => publicationId));
    const horizon = Array.from({ length: request.horizonYears }, (_, index) => request.statisticsYear + 1 + index);
    return {
      frontier: {
        runId: frontier.runId,
        computedAt: frontier.computedAt,
        request,
        ruleSet,
        newer: [...standing.keys()].filter((id) => !known.has(id)).length,
        lines,
      },
      allocation: allocation === null ? null : shownAllocation(allocation, lines, now, horizon),
    };
  };

  return {
    view: async (actor, allocationRunId) => {
      const refused = denied(actor, "comparison.read");
      if (refused) return err(refused);
      const stored = await withTenant(contextOf(actor), async (tx) => {
        const asked = allocationRunId === null ? null : await allocationOf(tx, allocationRunId, null);
        const runs = await askedRuns(tx, "frontier", lookedThrough);
        const [newest] = runs;
        const frontier = asked === null ? await newestFrontier(tx, runs) : await frontierOf(tx, asked.input.request.frontierRunId);
        return {
          missing: allocationRunId !== null && asked === null,
          frontierRun: newest === undefined ? null : await findRun(tx, newest.id),
          frontier,
          allocation: asked ?? (frontier === null ? null : await allocationOf(tx, null, frontier.runId)),
        };
      });
      if (stored.missing) return err(appError("not_found"));
      const now = await published(actor, stored.frontier?.answer.request.statisticsYear ?? null);
      if (now === null) return err(appError("nothing_published"));
      return ok({
        statisticsYear: now.year,
        published: now.summaries.size,
        total: now.counties.length,
        frontierRun: stored.frontierRun,
        ...viewOf(stored, now),
      });
    },

    startFrontier: async (actor, request) => {
      const refused = denied(actor, "run.start");
      if (refused) return err(refused);
      const now = await published(actor, request.statisticsYear);
      if (now === null || now.summaries.size === 0) return err(appError("nothing_published"));
      const input: FrontierInput = {
        request,
        publicationIds: [...now.summaries.values()].map(({ id }) => id).sort(),
        cityNames: Object.fromEntries(now.counties.flatMap(({ id, cityName }) => (cityName === null ? [] : [[id, cityName]]))),
      };
      return withTenant(contextOf(actor), async (tx): Promise<Result<PortfolioAllocation["run"], AppError>> => {
        const inForce = await rulesInForceFor(tx);
        if (inForce === null) return err(appError("not_found"));
        const { id, version } = inForce.ruleSet;
        const inputHash = contentHash({
          kind: "frontier",
          format: frontierFormat,
          complianceEngine: complianceEngineVersion,
          planningEngine: planningEngineVersion,
          ruleSet: { id, version },
          input,
        });
        const subject = String(request.statisticsYear);
        return ok(await jobs.startRun(tx, actor, { kind: "frontier", scenarioId: null, subject, input, inputHash }));
      });
    },

    allocate: async (actor, asked) => {
      const refused = deniedGrant(actor);
      if (refused) return err(refused);
      const request = allocationRequestSchema.parse(asked);
      const frontier = await withTenant(contextOf(actor), (tx) => frontierOf(tx, request.frontierRunId));
      if (frontier === null) return err(appError("not_found"));
      const { statisticsYear } = frontier.answer.request;
      const standing = await withReader(contextOf(actor), (tx) => standingIds(tx, statisticsYear));
      const input: AllocationInput = { request, publicationIds: standing.map(({ id }) => id) };
      const inputHash = contentHash({ kind: "allocation", planningEngine: planningEngineVersion, input });
      return withTenant(contextOf(actor), async (tx) =>
        ok(
          await jobs.startRun(tx, actor, {
            kind: "allocation",
            scenarioId: null,
            subject: String(statisticsYear),
            input,
            inputHash,
          }),
        ),
      );
    },
  };
};

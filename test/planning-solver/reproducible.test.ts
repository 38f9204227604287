import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { answerQuestion } from "@server/planning/answer-question";
import { type PlanAnswer, type PlanRequest, planAnswerSchema, planRequestSchema, type Recomputed } from "@server/planning/contract";
import { questionKinds } from "@server/planning/kinds/registry";
import { recompute } from "@server/planning/recompute";
import { type PlanCallbacks, planCheapest } from "@server/planning/solver/plan";
import { contentHash } from "@server/platform/hash";
import { describe, expect, it } from "vitest";
import { baseYear, scenario } from "../cases/planning/county";
import { brokenCounty, lackingCounty, steadyDocument } from "./counties";

const document = scenario({ horizonYears: 2, assumptions: { priceGrowth: 0.03 } });
const small = lackingCounty({ backbone: 1, special: 1, multimediaRooms: 3 });
/** Cannot be proven with so little effort. */
const large = brokenCounty(40, 104, "mild");
const requestOf = (parts: Partial<PlanRequest>): PlanRequest =>
  planRequestSchema.parse({ targetYear: baseYear + 2, gap: 0, effort: 1, ...parts });

/** Of all that an answer holds save what it took by the clock. */
const hashOf = ({ seconds: _seconds, incumbents, ...answer }: PlanAnswer): string =>
  contentHash([answer, incumbents.map(({ seconds: _moment, ...incumbent }) => incumbent)]);

/** A clock by which everything takes so many times as long. */
const slower = (times: number): PlanCallbacks => ({ now: () => performance.now() * times });

const payloadOf = (request: PlanRequest) => ({
  dataset: large,
  datasetHash: "data",
  attestedHash: "",
  scenarioVersion: null,
  further: [],
  furtherHashes: [],
  document,
  ruleSet: quality2017,
  settings: request,
});
const watch = { report: () => {}, keep: () => {}, stopRequested: () => false };

describe("the same question asked again", { timeout: 120_000 }, () => {
  const questions: readonly (readonly [string, Partial<PlanRequest>, PlanAnswer["state"]])[] = [
    ["prices of clauses and the frontier", { ask: { clausePrices: true, frontier: true, robust: false } }, "optimal"],
    ["choices among mergers", { mergers: [{ schoolCode: "1002", toCode: "1001" }] }, "optimal"],
    ["no plan within the limits, and the ways out", { totalBudgetWan: 1 }, "infeasible"],
  ];

  it.each(questions)("has the same bytes by a clock that is fifty times as fast: %s", async (_, parts, state) => {
    const request = requestOf({ targetYear: baseYear + 1, ...parts });
    const answer = await planCheapest(small, steadyDocument, quality2017, request);
    const again = await planCheapest(small, steadyDocument, quality2017, request, slower(50));
    expect([answer.state, answer.interrupted]).toEqual([state, null]);
    expect(hashOf(again)).toBe(hashOf(answer));
  });

  it("is recomputed to the byte though its search did not reach its proof, and has the same bytes by that clock", async () => {
    const payload = payloadOf(requestOf({}));
    const stored = await answerQuestion(questionKinds.plan, payload, watch);
    expect(stored.result).toMatchObject({ state: "effort_limit" });
    expect(stored.receipt).not.toHaveProperty("interrupted");
    const slow = await planCheapest(large, document, quality2017, requestOf({}), slower(50));
    expect(hashOf(slow)).toBe(hashOf(planAnswerSchema.parse(stored.result)));
    const { result } = await recompute({ kind: "plan", question: payload, stored }, watch);
    expect(result).toMatchObject({ identical: true, untouched: true, interrupted: null, firstDifference: null });
  });
});

describe("a search that was interrupted", { timeout: 120_000 }, () => {
  it("says that the clock ended it, with the best plan so far", async () => {
    const answer = await planCheapest(large, document, quality2017, requestOf({}), slower(1e9));
    expect([answer.state, answer.interrupted]).toEqual(["time_limit", "clock"]);
    expect(answer.plan?.years.at(-1)?.verdict).toBe("met");
    expect(questionKinds.plan.interrupted(answer)).toBe("clock");
  });

  it("says in its receipt that it was cancelled, and so does whoever recomputes it", async () => {
    const payload = payloadOf(requestOf({}));
    const stored = await answerQuestion(questionKinds.plan, payload, { ...watch, stopRequested: () => true });
    expect(stored.receipt.interrupted).toBe("cancelled");
    const { result } = await recompute({ kind: "plan", question: payload, stored }, watch);
    const { identical, interrupted, firstDifference } = result as Recomputed;
    expect([identical, interrupted, firstDifference?.path]).toEqual([false, "cancelled", "boundWan"]);
  });
});

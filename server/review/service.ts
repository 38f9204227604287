import type { ReaderTx, TenantTx, WithReader, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial, type Permission } from "@server/auth/permissions";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { lockPublications } from "@server/province/repository";
import { v7 as uuidv7 } from "uuid";
import type { Review, ReviewQueue, ReviewRequest, ReviewService, ReviewSubject } from "./contract";
import { type FindingCounts, findingCounts } from "./findings-repository";
import { grouped } from "./grouped";
import {
  insertStep,
  insertTimetable,
  type ReviewedCounty,
  reviewedCounties,
  reviewSteps,
  reviewSubjects,
  reviewYears,
  type StoredStep,
  storedTimetable,
} from "./repository";
import { actionsFrom, after, needsOf, publishing, type ReviewAction, type ReviewState } from "./steps";
import { defaultTimetable } from "./timetable";
import { violatesUnique } from "./unique";

type AnyTx = TenantTx | ReaderTx;
const contextOf = (actor: Actor) => ({ orgId: actor.orgId, userId: actor.userId });

/** Signing and handing in are the approver's, deciding is the reviewer's. */
const permissionOf = (actor: Actor): Permission => (actor.orgKind === "county" ? "review.sign" : "review.decide");

const signedPublication = (steps: readonly StoredStep[]): string | null =>
  steps.find(({ action }) => action === "sign")?.publicationId ?? null;

interface Known {
  readonly county: ReviewedCounty;
  readonly statisticsYear: number;
  readonly steps: readonly StoredStep[];
  readonly subject: ReviewSubject | null;
  readonly findings: FindingCounts;
}

/** A step that may be written. */
interface Decided {
  readonly action: ReviewAction;
  readonly request: ReviewRequest;
  readonly to: ReviewState;
  readonly known: Known;
}

/** A step is offered when its state allows it and there is what it needs: a standing snapshot, a signature of that very snapshot. */
const offered = (actor: Actor, action: ReviewAction, subject: ReviewSubject | null, signatureHolds: boolean): boolean => {
  if (denial(actor, permissionOf(actor)) !== null) return false;
  if (action === "sign") return subject !== null;
  return action === "submit" ? subject !== null && signatureHolds : true;
};

const reviewOf = (actor: Actor, { county, statisticsYear, steps, subject, findings }: Known): Review => {
  const state: ReviewState = steps[0]?.to ?? "draft";
  const signatureHolds = state !== "signed" || (subject !== null && signedPublication(steps) === subject.publicationId);
  return {
    county: { id: county.id, code: county.code, name: county.name, cityName: county.cityName },
    statisticsYear,
    state,
    subject,
    signatureHolds,
    may: actionsFrom(actor.orgKind, state).filter((action) => offered(actor, action, subject, signatureHolds)),
    answerBy: steps[0]?.action === "return" ? steps[0].deadline : null,
    steps: steps.map(({ countyId: _, ...step }) => step),
    openFindings: findings.open,
    overdueFindings: findings.overdue,
  };
};

const knownOf = async (tx: AnyTx, statisticsYear: number, today: string): Promise<readonly Known[]> => {
  const counties = await reviewedCounties(tx);
  const steps = grouped(await reviewSteps(tx, statisticsYear), ({ countyId }) => countyId);
  const subjects = await reviewSubjects(tx, statisticsYear);
  const findings = await findingCounts(tx, statisticsYear, today);
  return counties.map((county) => ({
    county,
    statisticsYear,
    steps: steps.get(county.id) ?? [],
    subject: subjects.get(county.id) ?? null,
    findings: findings.get(county.id) ?? { open: 0, overdue: 0 },
  }));
};

const waitingFirst = (a: Review, b: Review): number =>
  (a.may.length > 0 ? 0 : 1) - (b.may.length > 0 ? 0 : 1) || (a.county.code < b.county.code ? -1 : 1);

/** Builds the review of counties by their city and province. */
export const createReviewService = ({
  withTenant,
  withReader,
}: {
  readonly withTenant: WithTenant;
  readonly withReader: WithReader;
}): ReviewService => {
  /** A county reads its own rows; a city and a province read below them. */
  const reading = <T>(actor: Actor, work: (tx: AnyTx) => Promise<T>): Promise<T> =>
    actor.orgKind === "county" ? withTenant(contextOf(actor), work) : withReader(contextOf(actor), work);

  const oneOf = (actor: Actor, countyId: string, statisticsYear: number, today: string): Promise<Known | null> =>
    reading(actor, async (tx) => (await knownOf(tx, statisticsYear, today)).find(({ county }) => county.id === countyId) ?? null);

  const append = async (tx: TenantTx, actor: Actor, known: Known, { action, request, to }: Decided): Promise<void> => {
    const { county, steps, subject, statisticsYear } = known;
    const { provinceId } = county;
    if (provinceId === null) throw new Error("a county under review reports to no province");
    const from = steps[0]?.to ?? "draft";
    await insertStep(tx, {
      id: uuidv7(),
      county: { ...county, provinceId },
      statisticsYear,
      step: {
        seq: (steps[0]?.seq ?? 0) + 1,
        level: actor.orgKind,
        action,
        from,
        to,
        reason: request.reason,
        deadline: needsOf(actor.orgKind, action).deadline ? request.deadline : null,
        publicationId: subject?.publicationId ?? null,
        orgName: actor.orgName,
      },
      userId: actor.userId,
      userName: actor.displayName,
    });
    await recordAudit(tx, actor, `review.${action}`, county.id, { statisticsYear, from, to });
  };

  /** What is wrong with the request, by field and by state; null when the step may be written. */
  const refusal = (actor: Actor, known: Known, action: ReviewAction, request: ReviewRequest, today: string): AppError | null => {
    const { may, state, signatureHolds } = reviewOf(actor, known);
    if (action === "submit" && state === "signed" && !signatureHolds) return appError("signature_outdated");
    if (action === "sign" && known.subject === null && publishing.includes(state)) return appError("not_published");
    if (!may.includes(action)) return appError("review_elsewhere");
    const needs = needsOf(actor.orgKind, action);
    const issues = [
      ...(needs.reason && request.reason.length < 2 ? [{ path: "reason", message: "review.issues.reason" }] : []),
      ...(needs.deadline && (request.deadline === null || request.deadline < today)
        ? [{ path: "deadline", message: "review.issues.deadline" }]
        : []),
    ];
    return issues.length > 0 ? appError("invalid_input", undefined, issues) : null;
  };

  const decided = (
    actor: Actor,
    known: Known | null,
    action: ReviewAction,
    request: ReviewRequest,
    today: string,
  ): Result<Decided, AppError> => {
    if (known === null) return err(appError("not_found"));
    if (known.county.provinceId === null) return err(appError("forbidden"));
    const refused = refusal(actor, known, action, request, today);
    const to = after(actor.orgKind, action, known.steps[0]?.to ?? "draft", known.county.cityId !== null);
    return refused || to === null ? err(refused ?? appError("review_elsewhere")) : ok({ action, request, to, known });
  };

  /** A county's steps and its publishing take turns, so that no snapshot changes under a step. */
  const countyStep = (actor: Actor, action: ReviewAction, request: ReviewRequest, today: string): Promise<Result<Decided, AppError>> =>
    withTenant(contextOf(actor), async (tx) => {
      await lockPublications(tx, actor.orgId);
      const all = await knownOf(tx, request.statisticsYear, today);
      const decision = decided(actor, all.find(({ county }) => county.id === request.countyId) ?? null, action, request, today);
      if (decision.ok) await append(tx, actor, decision.value.known, decision.value);
      return decision;
    });

  /** City and province read as readers and write as themselves; the log's numbers keep one of two who act at once. */
  const reviewerStep = async (actor: Actor, action: ReviewAction, request: ReviewRequest, today: string) => {
    const known = await oneOf(actor, request.countyId, request.statisticsYear, today);
    const decision = decided(actor, known, action, request, today);
    if (decision.ok) await withTenant(contextOf(actor), (tx) => append(tx, actor, decision.value.known, decision.value));
    return decision;
  };

  const act: ReviewService["act"] = async (actor, action, request, today) => {
    const denied = denial(actor, permissionOf(actor));
    if (denied) return err(denied);
    try {
      const decision = await (actor.orgKind === "county" ? countyStep : reviewerStep)(actor, action, request, today);
      if (!decision.ok) return decision;
    } catch (error) {
      if (violatesUnique(error)) return err(appError("review_elsewhere"));
      throw error;
    }
    const known = await oneOf(actor, request.countyId, request.statisticsYear, today);
    return known === null ? err(appError("not_found")) : ok(reviewOf(actor, known));
  };

  return {
    act,

    queue: async (actor, asked, today) => {
      const denied = denial(actor, "review.read");
      if (denied) return err(denied);
      return reading(actor, async (tx): Promise<Result<ReviewQueue, AppError>> => {
        const years = await reviewYears(tx);
        const statisticsYear = asked ?? years[0];
        if (statisticsYear === undefined) return err(appError("nothing_published"));
        const reviews = (await knownOf(tx, statisticsYear, today)).map((known) => reviewOf(actor, known)).sort(waitingFirst);
        return ok({ statisticsYear, years, today, reviews });
      });
    },

    review: async (actor, countyId, statisticsYear, today) => {
      const denied = denial(actor, "review.read");
      if (denied) return err(denied);
      const known = await oneOf(actor, countyId, statisticsYear, today);
      return known === null ? err(appError("not_found")) : ok(reviewOf(actor, known));
    },

    timetable: async (actor) => {
      const denied = denial(actor, "review.read");
      if (denied) return err(denied);
      return ok((await reading(actor, storedTimetable)) ?? defaultTimetable);
    },

    saveTimetable: async (actor, timetable) => {
      const denied = actor.orgKind === "province" ? denial(actor, "review.decide") : appError("forbidden");
      if (denied) return err(denied);
      await withTenant(contextOf(actor), async (tx) => {
        await insertTimetable(tx, { tenantId: actor.orgId, id: uuidv7(), userId: actor.userId, userName: actor.displayName, timetable });
        await recordAudit(tx, actor, "review.timetable", actor.orgId, { ...timetable });
      });
      return ok(timetable);
    },
  };
};

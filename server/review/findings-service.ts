import type { ReaderTx, TenantTx, WithReader, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { standingAssessment } from "@server/province/repository";
import { v7 as uuidv7 } from "uuid";
import { failuresOf } from "./failures";
import { isOverdue, movedTo, movesFrom } from "./finding-steps";
import type { Finding, FindingStep, FindingsService } from "./findings-contract";
import { evidenceName, findingSteps, insertFinding, insertFindingStep, type StoredFinding, storedFindings } from "./findings-repository";
import { type ReviewedCounty, reviewedCounties, reviewSubjects } from "./repository";
import { violatesUnique } from "./unique";

type AnyTx = TenantTx | ReaderTx;
const contextOf = (actor: Actor) => ({ orgId: actor.orgId, userId: actor.userId });
const authorOf = (actor: Actor) => ({ level: actor.orgKind, userId: actor.userId, userName: actor.displayName });

const findingOf = (actor: Actor, stored: StoredFinding, county: ReviewedCounty, steps: readonly FindingStep[], today: string): Finding => ({
  id: stored.id,
  county: { id: county.id, name: county.name, code: county.code },
  statisticsYear: stored.statisticsYear,
  raisedAt: stored.raisedAt,
  raisedBy: stored.raisedBy,
  level: stored.level,
  item: stored.item,
  clause: stored.clause,
  school: stored.schoolCode === null ? null : { code: stored.schoolCode, name: stored.schoolName ?? stored.schoolCode },
  title: stored.title,
  measure: stored.measure,
  responsibleUnit: stored.responsibleUnit,
  deadline: stored.deadline,
  state: stored.state,
  overdue: isOverdue(stored.state, stored.deadline, today),
  may: denial(actor, "finding.write") === null ? movesFrom(stored.state, actor.orgKind, stored.level) : [],
  steps,
});

const mostUrgent = (a: Finding, b: Finding): number =>
  Number(a.state === "closed") - Number(b.state === "closed") ||
  (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0) ||
  (a.id < b.id ? -1 : 1);

/** Builds the ledger of findings (整改台账). */
export const createFindingsService = ({
  withTenant,
  withReader,
}: {
  readonly withTenant: WithTenant;
  readonly withReader: WithReader;
}): FindingsService => {
  const reading = <T>(actor: Actor, work: (tx: AnyTx) => Promise<T>): Promise<T> =>
    actor.orgKind === "county" ? withTenant(contextOf(actor), work) : withReader(contextOf(actor), work);

  const all = (actor: Actor, statisticsYear: number | null, today: string): Promise<readonly Finding[]> =>
    reading(actor, async (tx) => {
      const counties = new Map((await reviewedCounties(tx)).map((county) => [county.id, county]));
      const stored = await storedFindings(tx, statisticsYear);
      const steps = await findingSteps(
        tx,
        stored.map(({ id }) => id),
      );
      return stored
        .flatMap((finding) => {
          const county = counties.get(finding.countyId);
          return county === undefined ? [] : [findingOf(actor, finding, county, steps.get(finding.id) ?? [], today)];
        })
        .sort(mostUrgent);
    });

  const one = async (actor: Actor, id: string, today: string): Promise<Result<Finding, AppError>> => {
    const found = (await all(actor, null, today)).find((finding) => finding.id === id);
    return found === undefined ? err(appError("not_found")) : ok(found);
  };

  const countyOf = async (actor: Actor, countyId: string): Promise<(ReviewedCounty & { readonly provinceId: string }) | null> => {
    const county = (await reading(actor, reviewedCounties)).find(({ id }) => id === countyId);
    return county === undefined || county.provinceId === null ? null : { ...county, provinceId: county.provinceId };
  };

  return {
    list: async (actor, statisticsYear, today) => {
      const denied = denial(actor, "review.read");
      return denied ? err(denied) : ok(await all(actor, statisticsYear, today));
    },

    raise: async (actor, finding, today) => {
      const denied = denial(actor, "finding.write");
      if (denied) return err(denied);
      const county = await countyOf(actor, finding.countyId);
      if (county === null) return err(appError("not_found"));
      const subject = (await reading(actor, (tx) => reviewSubjects(tx, finding.statisticsYear))).get(county.id);
      if (actor.orgKind === "county" && subject === undefined) return err(appError("not_published"));
      const publicationId = actor.orgKind === "county" ? (subject?.publicationId ?? null) : null;
      const id = uuidv7();
      await withTenant(contextOf(actor), async (tx) => {
        await insertFinding(tx, authorOf(actor), { id, stepId: uuidv7(), county, publicationId, finding });
        await recordAudit(tx, actor, "finding.raise", id, { county: county.code, item: finding.item });
      });
      return one(actor, id, today);
    },

    move: async (actor, move, request, today) => {
      const denied = denial(actor, "finding.write");
      if (denied) return err(denied);
      const found = await one(actor, request.findingId, today);
      if (!found.ok) return found;
      const finding = found.value;
      const state = movedTo(move, finding.state, actor.orgKind, finding.level);
      if (state === null) return err(appError("review_elsewhere"));
      if ((move === "report" || move === "reopen") && request.note.length < 2)
        return err(appError("invalid_input", undefined, [{ path: "note", message: "review.issues.note" }]));
      const county = await countyOf(actor, finding.county.id);
      if (county === null) return err(appError("not_found"));
      const { evidenceId } = request;
      try {
        const written = await withTenant(contextOf(actor), async (tx): Promise<Result<null, AppError>> => {
          const name = evidenceId === null ? null : await evidenceName(tx, evidenceId);
          if (evidenceId !== null && name === null) return err(appError("not_found"));
          await insertFindingStep(tx, authorOf(actor), {
            id: uuidv7(),
            county,
            findingId: finding.id,
            seq: (finding.steps[0]?.seq ?? 0) + 1,
            state,
            note: request.note,
            evidence: evidenceId === null || name === null ? null : { id: evidenceId, name },
          });
          await recordAudit(tx, actor, `finding.${move}`, finding.id, { county: county.code });
          return ok(null);
        });
        if (!written.ok) return written;
      } catch (error) {
        if (violatesUnique(error)) return err(appError("review_elsewhere"));
        throw error;
      }
      return one(actor, finding.id, today);
    },

    failures: async (actor, countyId, statisticsYear) => {
      const denied = denial(actor, "review.read");
      if (denied) return err(denied);
      return reading(actor, async (tx) => {
        const assessment = await standingAssessment(tx, countyId, statisticsYear);
        if (assessment === null) return err(appError("not_found"));
        const taken = new Set(
          (await storedFindings(tx, statisticsYear))
            .filter((finding) => finding.countyId === countyId)
            .map(({ item, schoolCode }) => `${item} ${schoolCode ?? ""}`),
        );
        return ok(
          failuresOf(assessment).map((failure) => ({ ...failure, taken: taken.has(`${failure.item} ${failure.school?.code ?? ""}`) })),
        );
      });
    },
  };
};

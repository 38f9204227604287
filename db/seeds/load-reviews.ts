import type { WithReader, WithTenant } from "@db/tenant";
import type { Actor, OrganisationKind } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createFindingsService, createReviewService } from "@server/review";
import type { Failure, Finding } from "@server/review/findings-contract";
import type { DemoFinding, DemoReview } from "./demo/reviews";

const dayMs = 86_400_000;
const dayAfter = (today: string, days: number): string => new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10);

/** Who acts in a county's review: its approver, and the analysts of its city and its province. */
export type Reviewers = Readonly<Record<OrganisationKind, Actor>>;

const unwrapped = <T>(result: Result<T, AppError>, what: string): T => {
  if (!result.ok) throw new Error(`demonstration: ${what}: ${result.error.code}`);
  return result.value;
};

/** The school that a line is about, of those that fail its item. */
const schoolOf = ({ item, school }: DemoFinding, failures: readonly Failure[]): NonNullable<Failure["school"]> | null => {
  if (school === null) return null;
  const schools = failures.flatMap((failure) => (failure.item === item && failure.school !== null ? [failure.school] : []));
  const found = schools[school];
  if (found === undefined) throw new Error(`demonstration: only ${schools.length} schools fail ${item}`);
  return found;
};

/**
 * The ledger and the log of a county's review, through the services as people would write them. What is there stays, and a
 * load that was cut off is completed: the log's last step is written last.
 */
export const loadReview = async (
  target: { readonly withTenant: WithTenant; readonly withReader: WithReader },
  { findings: lines, steps }: DemoReview,
  reviewers: Reviewers,
  statisticsYear: number,
  /** ISO day from which the days of the ledger are counted. */
  today: string,
): Promise<void> => {
  const [review, findings] = [createReviewService(target), createFindingsService(target)];
  const { county } = reviewers;
  const countyId = county.orgId;
  const { steps: taken } = unwrapped(await review.review(county, countyId, statisticsYear, today), county.orgName);
  if (taken.length >= steps.length) return;

  const failures = unwrapped(await findings.failures(county, countyId, statisticsYear), county.orgName);
  const present = unwrapped(await findings.list(county, statisticsYear, today), county.orgName);
  for (const line of lines) {
    const { by, item, clause, title, measure, responsibleUnit, dueIn, moves } = line;
    const school = schoolOf(line, failures);
    const [schoolCode, schoolName] = [school?.code ?? "", school?.name ?? ""];
    const asked = { countyId, statisticsYear, item, clause, schoolCode, schoolName, title, measure, responsibleUnit };
    const finding: Finding =
      present.find((one) => one.title === title) ??
      unwrapped(await findings.raise(reviewers[by], { ...asked, deadline: dayAfter(today, dueIn) }, today), title);
    for (const { move, note } of moves.slice(finding.steps.length - 1)) {
      const mover = move === "close" || move === "reopen" ? reviewers[by] : county;
      unwrapped(await findings.move(mover, move, { findingId: finding.id, note, evidenceId: null }, today), title);
    }
  }
  for (const { by, action, reason = "", dueIn } of steps.slice(taken.length)) {
    const deadline = dueIn === undefined ? null : dayAfter(today, dueIn);
    unwrapped(
      await review.act(reviewers[by], action, { countyId, statisticsYear, reason, deadline }, today),
      `${county.orgName} ${action}`,
    );
  }
};

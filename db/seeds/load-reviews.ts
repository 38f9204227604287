import type { WithReader, WithTenant } from "@db/tenant";
import type { Actor, OrganisationKind } from "@server/auth/contract";
import { daysAfter } from "@server/kernel/dates";
import { createFindingsService, createReviewService } from "@server/review";
import type { Review } from "@server/review/contract";
import type { Failure, Finding } from "@server/review/findings-contract";
import type { DemoFinding, DemoReview, DemoStep } from "./demo/reviews";
import { unwrapped } from "./unwrapped";

/** Who acts in a county's review: its approver, and the analysts of its city and its province. */
export type Reviewers = Readonly<Record<OrganisationKind, Actor>>;

/** Whether the county has come part of the way that it is to go, with its publication standing: nobody has acted otherwise. */
const isUnderWay = ({ subject, signatureHolds, steps: taken }: Review, steps: readonly DemoStep[]): boolean =>
  subject !== null &&
  signatureHolds &&
  taken.length < steps.length &&
  taken.every(({ seq, level, action }) => steps[seq - 1]?.by === level && steps[seq - 1]?.action === action);

/** The school that a line is about, of those that fail its item: null of a line about the county, undefined where too few fail it. */
const schoolOf = ({ item, school }: DemoFinding, failures: readonly Failure[]): Failure["school"] | undefined =>
  school === null ? null : failures.filter((failure) => failure.item === item && failure.school !== null)[school]?.school;

/**
 * The ledger and the log of a county's review, through the services as people would write them. What is there stays, and a
 * load that was cut off is completed: the log's last step is written last. A review that took another way is left alone.
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
  const present = unwrapped(await review.review(county, countyId, statisticsYear, today), county.orgName);
  if (!isUnderWay(present, steps)) return;

  const failures = lines.some(({ school }) => school !== null)
    ? unwrapped(await findings.failures(county, countyId, statisticsYear), county.orgName)
    : [];
  // A snapshot that a visitor published: fewer schools fail than in the demonstration's own.
  if (lines.some((line) => schoolOf(line, failures) === undefined)) return;

  const ledger = unwrapped(await findings.list(county, statisticsYear, today), county.orgName);
  for (const line of lines) {
    const { by, item, clause, title, measure, responsibleUnit, dueIn, moves } = line;
    const school = schoolOf(line, failures);
    const [schoolCode, schoolName] = [school?.code ?? "", school?.name ?? ""];
    const asked = { countyId, statisticsYear, item, clause, schoolCode, schoolName, title, measure, responsibleUnit };
    const finding: Finding =
      ledger.find((one) => one.title === title) ??
      unwrapped(await findings.raise(reviewers[by], { ...asked, deadline: daysAfter(today, dueIn) }, today), title);
    for (const { move, note } of moves.slice(finding.steps.length - 1)) {
      const mover = move === "close" || move === "reopen" ? reviewers[by] : county;
      unwrapped(await findings.move(mover, move, { findingId: finding.id, note, evidenceId: null }, today), title);
    }
  }
  for (const { by, action, reason = "", dueIn } of steps.slice(present.steps.length)) {
    const deadline = dueIn === undefined ? null : daysAfter(today, dueIn);
    unwrapped(
      await review.act(reviewers[by], action, { countyId, statisticsYear, reason, deadline }, today),
      `${county.orgName} ${action}`,
    );
  }
};

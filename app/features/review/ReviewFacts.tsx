import { Link } from "@remix-run/react";
import { type Deadline, daysBetween, type Review } from "@server/review/contract";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/format";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { Tag, VerdictChip } from "~/components/VerdictChip";
import { shortOf } from "~/features/province/short-of";
import { useSession } from "~/features/shell/use-session";
import { Left } from "./Left";

/** What is handed in, whether the county may apply, and what must be done by when. */
export const ReviewFacts = ({
  review,
  deadlines,
  today,
}: {
  readonly review: Review;
  readonly deadlines: readonly Deadline[];
  readonly today: string;
}) => {
  const { t } = useTranslation();
  const { actor } = useSession();
  const { subject } = review;
  return (
    <>
      {review.answerBy === null ? null : (
        <Notice tone={review.answerBy < today ? "bad" : "warn"} title={t("review:answer_by", { day: review.answerBy })}>
          <Left left={daysBetween(today, review.answerBy)} />
          {t("review:colon")}
          {review.steps[0]?.reason}
        </Notice>
      )}
      {review.overdueFindings > 0 ? (
        <Notice tone="bad" title={t("review:overdue", { count: review.overdueFindings })}>
          <Link to={`/findings?year=${review.statisticsYear}`}>{t("review:open_ledger")}</Link>
        </Notice>
      ) : null}
      {review.signatureHolds ? null : <Notice tone="warn" title={t("errors:signature_outdated")} />}
      <div className="columns">
        <Card title={t("review:subject.title")}>
          {subject === null ? (
            <p className="muted">{t("review:subject.none")}</p>
          ) : (
            <div className="stack">
              <div className="row">
                <VerdictChip kind={subject.verdict} text={shortOf(t, subject)} />
                <span>{t("review:subject.version", { version: subject.version, when: formatDateTime(subject.publishedAt) })}</span>
                <code>{subject.datasetHash.slice(0, 8)}</code>
              </div>
              {subject.notEvaluable > 0 ? (
                <p className="muted">{t("province:publication.not_evaluable", { count: subject.notEvaluable })}</p>
              ) : null}
              {actor.orgKind === "county" ? null : (
                <Link to={`/province/counties/${subject.publicationId}`}>{t("review:subject.open")}</Link>
              )}
              <Eligible eligibility={subject.eligibility} />
            </div>
          )}
        </Card>
        <Card title={t("review:timetable.title")} note={t(`review:state.${review.state}`)}>
          <table className="table table--plain">
            <caption className="visually-hidden">{t("review:timetable.title")}</caption>
            <tbody>
              {deadlines.map(({ level, day, left, open, near }) => (
                <tr key={level}>
                  <th scope="row">{t(`review:timetable.${level}`)}</th>
                  <td className="num">{day}</td>
                  <td>
                    {open ? (
                      near ? (
                        <Tag tone={left < 0 ? "fail" : "near"}>
                          <Left left={left} />
                        </Tag>
                      ) : (
                        <Left left={left} />
                      )
                    ) : (
                      t("review:timetable.kept")
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      </div>
    </>
  );
};

/** 申报资格: three years after basic balance, monitoring since, problems solved. */
const Eligible = ({ eligibility }: { readonly eligibility: NonNullable<Review["subject"]>["eligibility"] }) => {
  const { t } = useTranslation();
  if (eligibility === null) return <p className="muted">{t("review:eligible.unknown")}</p>;
  const { verdict, yearsSinceRecognition, yearsRequired } = eligibility;
  return (
    <div className="row">
      <span>{t("items:overall.part.eligibility")}</span>
      <VerdictChip kind={verdict} plain />
      <span className="muted">
        {yearsSinceRecognition === null
          ? t("review:eligible.no_year", { required: yearsRequired })
          : t("review:eligible.years", { years: yearsSinceRecognition, required: yearsRequired })}
      </span>
    </div>
  );
};

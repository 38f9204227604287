import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { today } from "@server/kernel/dates";
import { deadlinesOf } from "@server/review/contract";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { NoticeFromUrl } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import { ReviewActions } from "~/features/review/ReviewActions";
import { ReviewFacts } from "~/features/review/ReviewFacts";
import { ReviewLog } from "~/features/review/ReviewLog";
import { takeReviewStep } from "~/features/review/review-action";
import { noticeTexts, yearOf } from "~/features/review/review-query";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("review:title");

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "review.read");
  const day = today(new Date());
  const year = yearOf(request) ?? unwrap(await context.services.review.queue(actor, null, day)).statisticsYear;
  const review = unwrap(await context.services.review.review(actor, params.countyId ?? "", year, day));
  const timetable = unwrap(await context.services.review.timetable(actor));
  return { review, day, deadlines: deadlinesOf(timetable, year, review.state, day) };
};

export const action = takeReviewStep;

export default function CountyReview() {
  const { t } = useTranslation();
  const { review, deadlines, day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        before={<Link to={`/review?year=${review.statisticsYear}`}>{t("review:title")}</Link>}
        title={review.county.name}
        state={`${review.statisticsYear} · ${t(`review:state.${review.state}`)}`}
      >
        <PrintButton />
      </PageHead>
      <PageBody>
        <NoticeFromUrl texts={noticeTexts} />
        <ReviewFacts review={review} deadlines={deadlines} today={day} />
        <ReviewActions review={review} error={answer?.error} />
        <ReviewLog steps={review.steps} />
      </PageBody>
    </>
  );
}

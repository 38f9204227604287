import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { today } from "@server/kernel/dates";
import { deadlinesOf } from "@server/review/contract";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { FilterBar, plainOptions } from "~/components/FilterBar";
import { ErrorNotice, NoticeFromUrl } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { ReviewActions } from "~/features/review/ReviewActions";
import { ReviewFacts } from "~/features/review/ReviewFacts";
import { ReviewLog } from "~/features/review/ReviewLog";
import { ReviewQueueTable } from "~/features/review/ReviewQueueTable";
import { takeReviewStep } from "~/features/review/review-action";
import { noticeTexts, yearOf } from "~/features/review/review-query";
import { TimetableForm } from "~/features/review/TimetableForm";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan, useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("review:title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "review.read");
  const answer = await context.services.review.queue(actor, yearOf(request), today(new Date()));
  if (!answer.ok && answer.error.code === "nothing_published") return null;
  const queue = unwrap(answer);
  const timetable = unwrap(await context.services.review.timetable(actor));
  const own = actor.orgKind === "county" ? (queue.reviews[0] ?? null) : null;
  return { queue, timetable, own, deadlines: own && deadlinesOf(timetable, own.statisticsYear, own.state, queue.today) };
};

export const action = takeReviewStep;

export default function ReviewPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { actor } = useSession();
  const decides = useCan("review.decide");
  if (data === null) {
    return (
      <>
        <PageHead title={t("review:title")} />
        <PageBody>
          <EmptyState
            title={t("review:empty")}
            action={actor.orgKind === "county" ? <LinkButton to="/publication">{t("review:empty_act")}</LinkButton> : undefined}
          >
            {t(actor.orgKind === "county" ? "review:empty_county" : "review:empty_above")}
          </EmptyState>
        </PageBody>
      </>
    );
  }
  const { queue, own, deadlines, timetable } = data;
  const year = { name: "year", label: t("province:compare.year"), value: String(queue.statisticsYear), always: true };
  const waiting = queue.reviews.filter(({ may }) => may.length > 0).length;
  return (
    <>
      <PageHead
        title={t("review:title")}
        state={
          own
            ? t(`review:state.${own.state}`)
            : t("review:queue.head", { year: queue.statisticsYear, total: queue.reviews.length, waiting })
        }
      >
        <PrintButton />
      </PageHead>
      <PageBody>
        <NoticeFromUrl texts={noticeTexts} />
        <FilterBar label={t("review:filters")} filters={[{ ...year, options: plainOptions(queue.years.map(String)) }]} />
        {own && deadlines ? (
          <>
            <ReviewFacts review={own} deadlines={deadlines} today={queue.today} />
            <ReviewActions review={own} error={answer?.error} />
            <ReviewLog steps={own.steps} />
          </>
        ) : (
          <>
            <ErrorNotice error={answer?.error} />
            <ReviewQueueTable reviews={queue.reviews} today={queue.today} />
            {actor.orgKind === "province" && decides ? (
              <TimetableForm timetable={timetable} year={queue.statisticsYear} error={answer?.error} />
            ) : null}
          </>
        )}
      </PageBody>
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { formatDateTime } from "~/components/format";
import { PageBody, PageHead } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { VerdictChip } from "~/components/VerdictChip";
import compliance from "~/features/compliance/compliance.css?url";
import { ruleSetName } from "~/features/compliance/rule-set-name";
import { PublishedItemPanel } from "~/features/province/PublishedItems";
import { PublishedViews } from "~/features/province/PublishedViews";
import { PublishedWhy } from "~/features/province/PublishedWhy";
import css from "~/features/province/province.css?url";
import { loadPublished } from "~/features/province/published";
import { shortOf } from "~/features/province/short-of";
import { views } from "~/features/province/views";
import { useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("province:published.title");
export const links = () => [
  { rel: "stylesheet", href: compliance },
  { rel: "stylesheet", href: css },
];

export const loader = ({ context, request, params }: LoaderFunctionArgs) => loadPublished(context, request, params.publicationId ?? "");

export default function PublishedCounty() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { actor } = useSession();
  const { head, county } = data;
  return (
    <>
      <PageHead
        before={
          actor.orgKind === "county" ? (
            <Link to="/publication">{t("province:publication.title")}</Link>
          ) : (
            <>
              <Link to={`/province/compare?year=${head.statisticsYear}`}>{t("province:compare.title")}</Link>
              {county.cityName === null ? null : (
                <>
                  {" / "}
                  <Link to={`/province/compare?${new URLSearchParams({ year: String(head.statisticsYear), city: county.cityName })}`}>
                    {county.cityName}
                  </Link>
                </>
              )}
            </>
          )
        }
        title={county.name}
        state={
          <>
            <VerdictChip kind={data.whole.verdict} text={shortOf(t, data.whole)} />{" "}
            {t("province:published.state", {
              year: head.statisticsYear,
              version: head.version,
              who: head.publishedBy,
              when: formatDateTime(head.publishedAt),
              ruleset: ruleSetName(t, data.ruleSet.id),
              hash: head.datasetHash.slice(0, 8),
            })}
          </>
        }
      >
        <PrintButton />
      </PageHead>
      <PageBody
        inspector={
          data.why ? (
            <PublishedWhy section={data.why.section} indicator={data.why.indicator} />
          ) : data.item ? (
            <PublishedItemPanel item={data.item} />
          ) : null
        }
      >
        <Tabs
          label={t("province:published.views")}
          param="view"
          value={data.view}
          items={views.map((view) => ({ value: view, label: t(`province:published.view.${view}`) }))}
        />
        <PublishedViews data={data} open={params.get("why")} />
      </PageBody>
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { Card, PageBody, PageHead } from "~/components/page";
import { VerdictWord } from "~/components/VerdictChip";
import { BasicBalanceTable } from "~/features/compliance/basic/BasicBalanceTable";
import { BasicWhy, BasicWhyLink } from "~/features/compliance/basic/BasicWhy";
import { GrowthTable } from "~/features/compliance/basic/GrowthTable";
import { loadBasic } from "~/features/compliance/basic/load";
import { PartsTable } from "~/features/compliance/basic/PartsTable";
import css from "~/features/compliance/compliance.css?url";
import { InclusionTable } from "~/features/compliance/InclusionTable";
import { NoData } from "~/features/compliance/NoData";
import { StateLine } from "~/features/compliance/StateLine";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("basic:title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = ({ context, request }: LoaderFunctionArgs) => loadBasic(context, request);

export default function BasicBalancePage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t("basic:title")}
        state={
          data ? (
            <>
              <VerdictWord
                kind={data.verdict === "incomplete" ? "not_evaluable" : data.verdict}
                word={t(`basic:verdict.${data.verdict}`)}
              />{" "}
              <StateLine dataset={data.dataset} ruleSet={data.ruleSet} />
            </>
          ) : undefined
        }
      >
        {data ? <PrintButton /> : null}
      </PageHead>
      <PageBody inspector={data?.why ? <BasicWhy explanation={data.why} /> : null}>
        {data ? (
          <>
            <Card title={t("basic:caption")} note={t("basic:note")} flush>
              <BasicBalanceTable stages={data.stages} coefficient={(of, cv) => <BasicWhyLink {...of} cv={cv} />} />
            </Card>
            <Card title={t("basic:growth.title")} note={t("basic:growth.note")} flush>
              <GrowthTable items={data.parts.growth.items} />
            </Card>
            <Card title={t("basic:parts.title")} flush>
              <PartsTable {...data.parts} />
            </Card>
            <Card title={t("compliance:inclusion.title")} note={t("compliance:inclusion.note")} flush>
              <InclusionTable decisions={data.inclusion} />
            </Card>
          </>
        ) : (
          <NoData />
        )}
      </PageBody>
    </>
  );
}

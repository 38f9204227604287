import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, PrintButton } from "~/components/Button";
import { readNumber } from "~/components/digits";
import { NumberField } from "~/components/NumberField";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { PortfolioTable } from "~/features/province/PortfolioTable";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("policies:portfolio.title");

const usualBudgetWan = 5000;

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const asked = readNumber(new URL(request.url).searchParams.get("budget") ?? "");
  const budget = typeof asked === "number" && asked >= 0 ? asked : usualBudgetWan;
  const answer = await context.services.province.portfolio(actor, budget);
  if (!answer.ok && answer.error.code === "nothing_published") return null;
  return unwrap(answer);
};

export default function PortfolioPage() {
  const { t } = useTranslation();
  const portfolio = useLoaderData<typeof loader>();
  if (portfolio === null) {
    return (
      <>
        <PageHead title={t("policies:portfolio.title")} />
        <PageBody>
          <EmptyState title={t("province:compare.empty_title")}>{t("province:compare.empty_text")}</EmptyState>
        </PageBody>
      </>
    );
  }
  const { statisticsYear, published, total, budgetWan } = portfolio;
  return (
    <>
      <PageHead title={t("policies:portfolio.title")} state={t("policies:portfolio.state", { year: statisticsYear, published, total })}>
        <PrintButton />
      </PageHead>
      <PageBody>
        <Card title={t("policies:portfolio.budget")} note={t("policies:portfolio.note")}>
          <Form method="get" className="row">
            <NumberField name="budget" label={t("policies:portfolio.budget_field")} defaultValue={budgetWan} min={0} />
            <Button type="submit">{t("policies:portfolio.set")}</Button>
          </Form>
        </Card>
        <PortfolioTable portfolio={portfolio} />
      </PageBody>
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { ComparisonView } from "~/features/planning/ComparisonView";
import css from "~/features/planning/planning.css?url";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("planning:compare.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { planning } = context.services;
  const params = new URL(request.url).searchParams;
  const scenarios = unwrap(await planning.list(actor)).map(({ id, name }) => ({ id, name }));
  const left = params.get("left") || (scenarios[0]?.id ?? "");
  const right = params.get("right") || (scenarios.find(({ id }) => id !== left)?.id ?? "");
  const asked = left !== "" && right !== "" && left !== right;
  const answer = asked ? unwrap(await planning.compare(actor, left, right)) : null;
  return { scenarios, left, right, asked, answer };
};

export default function ComparePage() {
  const { t } = useTranslation();
  const { scenarios, left, right, asked, answer } = useLoaderData<typeof loader>();
  const options = scenarios.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHead title={t("planning:compare.title")} trial state={t("planning:compare.state")} />
      <PageBody>
        {scenarios.length < 2 ? (
          <EmptyState title={t("planning:compare.too_little")}>{t("planning:compare.too_little_text")}</EmptyState>
        ) : (
          <Form method="get" className="row form-line" key={`${left}${right}`}>
            <Select name="left" label={t("planning:compare.left")} defaultValue={left} options={options} />
            <Select name="right" label={t("planning:compare.right")} defaultValue={right} options={options} />
            <Button type="submit" look="primary">
              {t("planning:compare.show")}
            </Button>
          </Form>
        )}
        {answer ? (
          <ComparisonView left={answer.left} right={answer.right} comparison={answer.comparison} />
        ) : scenarios.length >= 2 ? (
          <Card>
            <EmptyState title={t(asked ? "planning:compare.no_answer" : "planning:compare.same")}>
              {t("planning:compare.no_answer_text")}
            </EmptyState>
          </Card>
        ) : null}
      </PageBody>
    </>
  );
}

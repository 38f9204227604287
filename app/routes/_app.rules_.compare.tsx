import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { rulesSideSchema } from "@server/compliance/layers-contract";
import { useTranslation } from "react-i18next";
import { Button, PrintButton } from "~/components/Button";
import { Select } from "~/components/choices";
import { PageBody, PageHead, Toolbar } from "~/components/page";
import { NoData } from "~/features/compliance/NoData";
import { ComparisonView } from "~/features/rules/ComparisonView";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("regulation:compare.title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  const { rules } = context.services;
  const sides = unwrap(await rules.sides(actor));
  const { searchParams } = new URL(request.url);
  const asked = (name: string, otherwise: string): string => rulesSideSchema.catch(otherwise).parse(searchParams.get(name));
  const [a, b] = [asked("a", "quality-2017"), asked("b", "quality-2019")];
  return { a, b, sides, comparison: unwrap(await rules.compare(actor, searchParams.get("dataset"), a, b)) };
};

export default function CompareRulesPage() {
  const { t } = useTranslation();
  const { locale } = useSession();
  const { a, b, sides, comparison } = useLoaderData<typeof loader>();
  const options = sides.map(({ side, title, layer }) => ({
    value: side,
    label: layer
      ? t("regulation:compare.as_of", { set: title[locale], title: layer.title[locale], version: layer.version })
      : side.endsWith("@national")
        ? t("regulation:compare.national", { set: title[locale] })
        : title[locale],
  }));
  return (
    <>
      <PageHead title={t("regulation:compare.title")} state={t("regulation:compare.note")}>
        <PrintButton />
      </PageHead>
      <PageBody>
        <Form method="get">
          <Toolbar label={t("regulation:compare.title")}>
            <Select name="a" label={t("regulation:compare.a")} options={options} defaultValue={a} />
            <Select name="b" label={t("regulation:compare.b")} options={options} defaultValue={b} />
            <Button type="submit">{t("regulation:compare.run")}</Button>
          </Toolbar>
        </Form>
        {comparison === null ? <NoData /> : <ComparisonView comparison={comparison} />}
      </PageBody>
    </>
  );
}

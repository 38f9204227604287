import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { FilterBar } from "~/components/FilterBar";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import css from "~/features/compliance/compliance.css?url";
import { EvidencePanel } from "~/features/compliance/EvidencePanel";
import { EvidenceTable } from "~/features/compliance/EvidenceTable";
import { evidencePageData } from "~/features/compliance/evidence-page-data";
import { ItemsNotices } from "~/features/compliance/ItemsNotices";
import { itemsAction } from "~/features/compliance/items-action";
import { NoData } from "~/features/compliance/NoData";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("evidence:title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = ({ context, request }: LoaderFunctionArgs) => evidencePageData(context, request);

export const action = itemsAction;

/** All items with their files and who has attested them. */
export default function EvidencePage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  const [params] = useSearchParams();
  const [group, has] = [params.get("group") || null, params.get("has") || null];
  const rows = (data?.rows ?? []).filter(
    (row) => (group === null || row.group === group) && (has === null || row.files > 0 === (has === "with")),
  );
  const groups = [...new Set((data?.rows ?? []).map((row) => row.group))];
  return (
    <>
      <PageHead
        title={t("evidence:title")}
        state={
          data
            ? t("evidence:state", {
                with: data.rows.filter(({ files }) => files > 0).length,
                of: data.rows.length,
                files: data.files.length,
              })
            : undefined
        }
      >
        {data ? <PrintButton /> : null}
      </PageHead>
      <PageBody inspector={data?.open ? <EvidencePanel data={data} open={data.open} /> : null}>
        <ItemsNotices error={error} />
        {data === null ? (
          <NoData />
        ) : (
          <>
            <FilterBar
              label={t("evidence:filter")}
              filters={[
                {
                  name: "group",
                  label: t("evidence:table"),
                  value: group,
                  options: groups.map((value) => ({ value, label: t(`evidence:group.${value}`) })),
                },
                {
                  name: "has",
                  label: t("evidence:has"),
                  value: has,
                  options: (["with", "without"] as const).map((value) => ({ value, label: t(`evidence:${value}`) })),
                },
              ]}
            />
            <Card title={t("evidence:caption")} note={t("evidence:note")} flush>
              {rows.length === 0 ? (
                <EmptyState title={t("evidence:empty")}>{t("evidence:empty_text")}</EmptyState>
              ) : (
                <EvidenceTable rows={rows} />
              )}
            </Card>
          </>
        )}
      </PageBody>
    </>
  );
}

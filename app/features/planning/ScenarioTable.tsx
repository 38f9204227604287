import { Form, Link } from "@remix-run/react";
import type { ScenarioSummary } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatDateTime } from "~/components/format";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { useCan } from "~/features/shell/use-session";

/** 方案与试算: newest first, with the state of the last run. */
export const ScenarioTable = ({ scenarios }: { readonly scenarios: readonly ScenarioSummary[] }) => {
  const { t } = useTranslation();
  const may = useCan("scenario.write");
  const columns: Column<ScenarioSummary>[] = [
    {
      key: "name",
      header: t("planning:settings.name"),
      width: "240px",
      render: (row) => <Link to={`/planning/scenarios/${row.id}?tab=canvas`}>{row.name}</Link>,
    },
    { key: "base", header: t("planning:scenarios.base_year"), width: "72px", render: (row) => String(row.baseYear) },
    { key: "levers", header: t("planning:levers.title"), align: "end", width: "64px", render: (row) => formatCount(row.leverCount) },
    {
      key: "run",
      header: t("planning:scenarios.last_run"),
      width: "170px",
      render: (row) =>
        row.lastRun === null ? (
          <span className="muted">{t("planning:scenarios.not_run")}</span>
        ) : (
          `${t(`runs:state.${row.lastRun.state}`)}${row.lastRun.upToDate ? "" : t("planning:scenarios.older_draft")}`
        ),
    },
    { key: "saved", header: t("planning:scenarios.saved"), width: "140px", render: (row) => formatDateTime(row.updatedAt) },
    { key: "who", header: t("planning:scenarios.by"), width: "110px", render: (row) => row.updatedBy },
    ...(may
      ? [
          {
            key: "act",
            header: t("province:publication.act"),
            render: (row: ScenarioSummary) => (
              <span className="row nowrap">
                <Form method="post">
                  <input type="hidden" name="intent" value="duplicate" />
                  <input type="hidden" name="id" value={row.id} />
                  <Button type="submit" size="small" aria-label={t("planning:scenarios.duplicate_of", { name: row.name })}>
                    {t("planning:scenarios.duplicate")}
                  </Button>
                </Form>
                <ConfirmButton
                  label={t("planning:scenarios.remove")}
                  accessibleName={t("planning:scenarios.remove_of", { name: row.name })}
                  title={t("planning:scenarios.remove_of", { name: row.name })}
                  confirm={t("planning:scenarios.remove")}
                  fields={{ intent: "remove", id: row.id }}
                  look="danger"
                  size="small"
                >
                  {t("planning:scenarios.remove_effect")}
                </ConfirmButton>
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t("planning:scenarios.title")}
      columns={columns}
      rows={scenarios}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("planning:scenarios.empty")}>{t("planning:scenarios.empty_text")}</EmptyState>}
      foot={<TableFoot total={scenarios.length} />}
    />
  );
};

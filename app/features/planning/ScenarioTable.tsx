import { Form, Link } from "@remix-run/react";
import type { Span } from "@server/kernel/span";
import type { ScenarioSummary } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatDateTime, formatMoneyWan, missing } from "~/components/format";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { Tag } from "~/components/VerdictChip";
import { useCan } from "~/features/shell/use-session";

/** First year of passing, and whether it lasts; never is said, not known is a dash. */
const FirstYear = ({ span }: { readonly span: Span | null }) => {
  const { t } = useTranslation();
  if (span === null) return missing;
  if (span.firstYear === null) return t("planning:result.never");
  return span.lasts ? String(span.firstYear) : t("comparison:not_lasting", { year: span.firstYear });
};

/** 方案与试算: newest first, with the state of the last run and what it came to. */
export const ScenarioTable = ({ scenarios }: { readonly scenarios: readonly ScenarioSummary[] }) => {
  const { t } = useTranslation();
  const may = useCan("scenario.write");
  const columns: Column<ScenarioSummary>[] = [
    {
      key: "name",
      header: t("planning:settings.name"),
      width: "208px",
      render: (row) => (
        <>
          <Link to={`/planning/scenarios/${row.id}?tab=canvas`}>{row.name}</Link>{" "}
          {row.locked ? <Tag>{t("planning:scenarios.locked")}</Tag> : null}
        </>
      ),
    },
    { key: "base", header: t("planning:scenarios.base_year"), width: "56px", render: (row) => String(row.baseYear) },
    { key: "levers", header: t("planning:levers.title"), align: "end", width: "52px", render: (row) => formatCount(row.leverCount) },
    {
      key: "run",
      header: t("planning:scenarios.last_run"),
      width: "108px",
      render: (row) =>
        row.lastRun === null ? (
          <span className="muted">{t("planning:scenarios.not_run")}</span>
        ) : (
          `${t(`runs:state.${row.lastRun.state}`)}${row.lastRun.upToDate ? "" : t("planning:scenarios.older_draft")}`
        ),
    },
    {
      key: "whole",
      header: t("planning:result.first_year.whole"),
      width: "96px",
      render: ({ lastRun }) => <FirstYear span={lastRun?.outcome?.whole ?? null} />,
    },
    {
      key: "resource",
      header: t("planning:result.first_year.resource"),
      width: "96px",
      render: ({ lastRun }) => <FirstYear span={lastRun?.outcome?.resource ?? null} />,
    },
    {
      key: "cost",
      header: t("comparison:total_cost"),
      align: "end",
      width: "96px",
      render: ({ lastRun }) => formatMoneyWan(lastRun?.outcome?.costWan),
    },
    { key: "saved", header: t("planning:scenarios.saved"), width: "128px", render: (row) => formatDateTime(row.updatedAt) },
    { key: "who", header: t("planning:scenarios.by"), width: "96px", render: (row) => row.updatedBy },
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

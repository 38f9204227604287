import type { ScenarioSchool } from "@server/planning/contract";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatNumber } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState, Skeleton } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { useSchoolName } from "./lever-text";
import type { ResultView } from "./result-view";

const FlowCanvas = lazy(async () => ({ default: (await import("./FlowCanvas")).FlowCanvas }));
type Flow = ResultView["flows"][number];

/** 交流轮岗流向 of the chosen year: the canvas and, with the same content, its table. */
export const FlowView = ({ result, schools }: { readonly result: ResultView; readonly schools: readonly ScenarioSchool[] }) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(schools);
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  if (result.flows.length === 0) {
    return (
      <EmptyState title={t("planning:flows.none", { year: result.year })}>
        {result.flowYears.length > 0
          ? t("planning:flows.other_years", { years: result.flowYears.join(t("compliance:gaps.separator")) })
          : t("planning:flows.no_policy")}
      </EmptyState>
    );
  }
  const columns: Column<Flow>[] = [
    { key: "stage", header: t("compliance:filter.stage"), width: "72px", render: (flow) => t(`rules:stage.${flow.stage}`) },
    { key: "from", header: t("planning:flows.from"), render: (flow) => schoolName(flow.fromCode) },
    { key: "to", header: t("planning:flows.to"), render: (flow) => schoolName(flow.toCode) },
    {
      key: "teachers",
      header: t("planning:flows.teachers"),
      align: "end",
      width: "96px",
      render: (flow) => formatNumber(flow.teachers, 1),
    },
    {
      key: "backbone",
      header: t("planning:flows.backbone"),
      align: "end",
      width: "96px",
      render: (flow) => formatNumber(flow.backbone, 1),
    },
  ];
  return (
    <>
      {mounted ? (
        <Card title={t("planning:flows.canvas", { year: result.year })} note={t("planning:flows.canvas_note")}>
          <Suspense fallback={<Skeleton rows={8} />}>
            <FlowCanvas flows={result.flows} schoolName={schoolName} label={t("planning:flows.canvas", { year: result.year })} />
          </Suspense>
        </Card>
      ) : null}
      <Card title={t("planning:flows.title", { year: result.year })} flush>
        <DataTable
          caption={t("planning:flows.title", { year: result.year })}
          columns={columns}
          rows={result.flows}
          rowKey={(flow) => `${flow.stage}:${flow.fromCode}:${flow.toCode}`}
          foot={<TableFoot total={result.flows.length} />}
        />
      </Card>
    </>
  );
};

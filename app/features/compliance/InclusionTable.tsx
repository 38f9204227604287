import type { BasicInclusion } from "@server/compliance/basic-contract";
import type { InclusionDecision } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { TableFoot } from "~/components/TableFoot";
import { Tag } from "~/components/VerdictChip";

type Decision = InclusionDecision | BasicInclusion;

/** What became of each school return: counted, split, merged or not counted, why, and what of it is left aside. */
export const InclusionTable = ({ decisions }: { readonly decisions: readonly Decision[] }) => {
  const { t } = useTranslation();
  const nameOf = new Map(decisions.map((decision) => [decision.schoolCode, decision.schoolName]));
  const columns: Column<Decision>[] = [
    { key: "name", header: t("compliance:matrix.school"), width: "220px", render: (row) => row.schoolName },
    { key: "type", header: t("compliance:inclusion.type"), width: "150px", render: (row) => t(`rules:school_type.${row.schoolType}`) },
    {
      key: "decision",
      header: t("compliance:inclusion.decision"),
      width: "110px",
      render: (row) => t(`rules:inclusion.decision.${row.decision}`),
    },
    {
      key: "reason",
      header: t("compliance:inclusion.reason"),
      render: (row) => (
        <>
          {t(`rules:inclusion.reason.${row.reason}`)}
          {row.into === null ? null : <span className="muted"> → {nameOf.get(row.into) ?? row.into}</span>}
          {row.notes.map((note) => (
            <span key={note}>
              {" "}
              <Tag tone="near">{t(`rules:inclusion.note.${note}`)}</Tag>
            </span>
          ))}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("compliance:inclusion.title")}
      columns={columns}
      rows={decisions}
      rowKey={(row) => row.schoolCode}
      foot={<TableFoot total={decisions.length} />}
    />
  );
};

import { Link } from "@remix-run/react";
import { type SchoolGridPage, type SchoolGridQuery, type SchoolGridRow, stagesOfType } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount } from "~/components/format";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";

const stageOf = { primaryPupils: "primary", juniorPupils: "junior", classes: null, teachers: null } as const;

/** False for the pupils of a stage that a school of this type does not teach: blank there, not a missing figure. */
const hasFigure = (row: SchoolGridRow, key: keyof typeof stageOf): boolean => {
  const stage = stageOf[key];
  const taught = stagesOfType[row.type];
  return stage === null ? taught.length > 0 : taught.includes(stage);
};

/** 学校库: one page of the county's schools in the order asked for. */
export const SchoolGrid = ({ page, query }: { readonly page: SchoolGridPage; readonly query: SchoolGridQuery }) => {
  const { t } = useTranslation();
  const figure = (key: "primaryPupils" | "juniorPupils" | "classes" | "teachers"): Column<SchoolGridRow> => ({
    key,
    header: t(`data:grid.${key}`),
    sortable: true,
    align: "end",
    width: "80px",
    render: (row) => (hasFigure(row, key) || row[key] !== null ? formatCount(row[key]) : ""),
  });
  const columns: Column<SchoolGridRow>[] = [
    {
      key: "name",
      header: t("data:school.name"),
      sortable: true,
      width: "184px",
      render: (row) => <Link to={`/data/schools/${encodeURIComponent(row.code)}`}>{row.name}</Link>,
    },
    { key: "code", header: t("data:school.code"), sortable: true, width: "116px", render: (row) => row.code },
    { key: "type", header: t("data:school.type"), sortable: true, width: "120px", render: (row) => t(`rules:school_type.${row.type}`) },
    { key: "township", header: t("data:school.township"), sortable: true, width: "110px", render: (row) => row.township },
    {
      key: "locality",
      header: t("data:school.locality"),
      sortable: true,
      width: "72px",
      render: (row) => t(`rules:locality.${row.locality}`),
    },
    { key: "owner", header: t("data:school.owner"), width: "120px", render: (row) => t(`rules:owner.${row.ownerCode}`) },
    figure("primaryPupils"),
    figure("juniorPupils"),
    figure("classes"),
    figure("teachers"),
  ];
  return (
    <DataTable
      caption={t("data:grid.caption")}
      columns={columns}
      rows={page.rows}
      rowKey={(row) => row.code}
      sort={query.sort === "code" && query.direction === "asc" ? null : { key: query.sort, direction: query.direction }}
      total={page.total}
      empty={<EmptyState title={t("data:grid.no_match")}>{t("data:grid.no_match_text")}</EmptyState>}
      foot={<TableFoot total={page.total} page={query} note={query.sort === "code" ? t("data:grid.by_code") : undefined} />}
    />
  );
};

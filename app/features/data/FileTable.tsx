import type { ImportedFile } from "@server/statistics/import-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount } from "~/components/format";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";

const stages = ["primary", "junior", "senior"];

/** The files of an upload and what their content was taken for. */
export const FileTable = ({ files }: { readonly files: readonly ImportedFile[] }) => {
  const { t } = useTranslation();
  const aboutOf = ({ kind, about }: ImportedFile): string =>
    kind === "statisticsExport" && stages.includes(about) ? t(`data:files.stage.${about}`) : about;
  const columns: Column<ImportedFile>[] = [
    { key: "name", header: t("data:files.name"), cellClass: () => "wrap", render: (row) => row.name },
    { key: "kind", header: t("data:files.kind"), width: "180px", render: (row) => t(`data:files.kinds.${row.kind}`) },
    { key: "about", header: t("data:files.about"), width: "200px", cellClass: () => "wrap", render: aboutOf },
    {
      key: "schools",
      header: t("data:files.schools"),
      align: "end",
      width: "96px",
      render: (row) => (row.schools === 0 ? "" : formatCount(row.schools)),
    },
  ];
  return (
    <Card title={t("data:files.title")} flush>
      <DataTable
        caption={t("data:files.title")}
        columns={columns}
        rows={files}
        rowKey={(row) => row.name}
        foot={<TableFoot total={files.length} />}
      />
    </Card>
  );
};

import { Link } from "@remix-run/react";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import type { CountyComparisonRow } from "@server/province/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatPercent, missing } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { depthOf } from "./HeatValue";

const itemOf = (row: CountyComparisonRow, id: ItemId) => row.publication?.digest?.items?.[id];

/** One of the 25 items of one county: blank when met, the gap in percent, ✕ where it does not convert, – where nobody can say. */
const ItemValue = ({ row, id }: { readonly row: CountyComparisonRow; readonly id: ItemId }) => {
  const { t } = useTranslation();
  if (row.publication === null) return null;
  const item = itemOf(row, id);
  const verdict = item?.verdict ?? "not_evaluable";
  const title = `${id} ${t(`rules:items.${id}.name`)}: ${t(`common:verdict.${verdict}`)}`;
  const text =
    verdict === "met" ? "" : verdict === "not_evaluable" ? missing : item?.gap == null ? "✕" : formatPercent(item.gap, 0).replace("%", "");
  const depth = verdict === "met" ? "0" : verdict === "not_evaluable" ? "none" : item?.gap == null ? 2 : depthOf(item.gap);
  return (
    <span className={`heat heat--${depth}`} title={title}>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{title}</span>
    </span>
  );
};

/** Counties × the 25 items beside the resource part. */
export const ItemHeatTable = ({ rows, published }: { readonly rows: readonly CountyComparisonRow[]; readonly published: number }) => {
  const { t } = useTranslation();
  const columns: Column<CountyComparisonRow>[] = [
    {
      key: "county",
      header: t("province:compare.county"),
      width: "120px",
      render: (row) =>
        row.publication === null ? row.countyName : <Link to={`/province/counties/${row.publication.id}`}>{row.countyName}</Link>,
    },
    ...itemIds.map(
      (id): Column<CountyComparisonRow> => ({
        key: id,
        header: <span className="heat__head">{id}</span>,
        title: t(`rules:items.${id}.name`),
        align: "center",
        width: "36px",
        cellClass: () => "heat__td",
        render: (row) => <ItemValue row={row} id={id} />,
      }),
    ),
  ];
  const failing = (id: ItemId): number => rows.filter((row) => itemOf(row, id)?.verdict === "not_met").length;
  return (
    <DataTable
      caption={t("province:compare.items_caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.countyId}
      rowHeight={28}
      summary={[
        {
          key: "failing",
          cells: {
            county: t("province:compare.failing_counties"),
            ...Object.fromEntries(itemIds.map((id) => [id, formatCount(failing(id))])),
          },
        },
      ]}
      foot={<TableFoot total={rows.length} note={t("province:compare.totals_over", { count: published })} />}
    />
  );
};

import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { VerdictChip } from "~/components/VerdictChip";
import { useSelection } from "../use-selection";
import { useActions } from "../workspace-context";
import type { SchoolCard, SchoolLink } from "./school-cards";

interface TableProps {
  readonly cards: readonly SchoolCard[];
  readonly links: readonly SchoolLink[];
  /** The chosen year. */
  readonly year: number;
  readonly onConnect: (from: string) => void;
}

/** The same list as long as no edge has changed, so that the table draws again only rows that have. */
const useColumns = ({ links, onConnect }: Pick<TableProps, "links" | "onConnect">): readonly Column<SchoolCard>[] => {
  const { t } = useTranslation();
  const { may, schoolName } = useActions();
  const { selectSchool } = useSelection();
  return useMemo(() => {
    const outOf = new Map<string, SchoolLink[]>();
    for (const link of links) outOf.set(link.from, [...(outOf.get(link.from) ?? []), link]);
    return [
      {
        key: "name",
        header: t("compliance:matrix.school"),
        width: "180px",
        render: (card) => (
          <button type="button" className="cell-link ws-link" onClick={() => selectSchool(card.code)}>
            {card.name}
          </button>
        ),
      },
      { key: "township", header: t("planning:field.township"), width: "110px", render: (card) => card.township },
      {
        key: "verdict",
        header: t("workspace:result.trial"),
        width: "100px",
        render: (card) => (card.verdict === null ? t("workspace:canvas.not_counted") : <VerdictChip kind={card.verdict} plain />),
      },
      {
        key: "before",
        header: t("workspace:result.baseline"),
        width: "100px",
        render: (card) => (card.before === null ? "—" : <VerdictChip kind={card.before} plain />),
      },
      { key: "pupils", header: t("compliance:matrix.pupils"), align: "end", width: "80px", render: (card) => formatCount(card.pupils) },
      {
        key: "levers",
        header: t("planning:levers.title"),
        width: "220px",
        render: (card) =>
          card.badges
            .map(({ type, priceWan }) => `${t(`planning:lever.${type}`)} ${formatMoneyWan(priceWan)}`)
            .join(t("compliance:gaps.separator")),
      },
      {
        key: "links",
        header: t("workspace:canvas.links"),
        width: "180px",
        render: (card) =>
          (outOf.get(card.code) ?? [])
            .map(({ kind, to }) => t(`workspace:canvas.to.${kind}`, { school: schoolName(to) }))
            .join(t("compliance:gaps.separator")),
      },
      ...(may
        ? [
            {
              key: "act",
              header: t("workspace:canvas.act"),
              width: "90px",
              render: (card: SchoolCard) => (
                <Button
                  size="small"
                  aria-label={t("workspace:canvas.connect_from", { school: card.name })}
                  onClick={() => onConnect(card.code)}
                >
                  {t("workspace:canvas.connect")}
                </Button>
              ),
            },
          ]
        : []),
    ];
  }, [t, may, schoolName, links, selectSchool, onConnect]);
};

/** The canvas as a table: the same schools, badges and edges, for keyboard, paper and small screens. */
export const SchoolTable = memo(({ cards, links, year, onConnect }: TableProps) => {
  const { t } = useTranslation();
  const { school } = useSelection();
  const columns = useColumns({ links, onConnect });
  return (
    <Card title={t("workspace:canvas.table_title", { year })} note={t("workspace:canvas.order")} flush>
      <DataTable
        caption={t("workspace:canvas.table_title", { year })}
        columns={columns}
        rows={[...cards].sort((a, b) => Number(b.changed) - Number(a.changed))}
        rowKey={(card) => card.code}
        rowClass={(card) => (card.code === school ? "is-selected" : undefined)}
        foot={<TableFoot total={cards.length} />}
      />
    </Card>
  );
});
SchoolTable.displayName = "SchoolTable";

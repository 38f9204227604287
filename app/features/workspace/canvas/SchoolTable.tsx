import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { VerdictChip } from "~/components/VerdictChip";
import { useSelection } from "../use-selection";
import { useWorkspace } from "../workspace-context";
import type { SchoolCard, SchoolLink } from "./school-cards";

/** The canvas as a table: the same schools, badges and edges, for keyboard, paper and small screens. */
export const SchoolTable = ({
  cards,
  links,
  onConnect,
}: {
  readonly cards: readonly SchoolCard[];
  readonly links: readonly SchoolLink[];
  readonly onConnect: (from: string) => void;
}) => {
  const { t } = useTranslation();
  const { may, schoolName, answer } = useWorkspace();
  const { school, selectSchool } = useSelection();
  const outOf = new Map<string, SchoolLink[]>();
  for (const link of links) outOf.set(link.from, [...(outOf.get(link.from) ?? []), link]);
  const columns: Column<SchoolCard>[] = [
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
  return (
    <Card title={t("workspace:canvas.table_title", { year: answer?.year ?? 0 })} note={t("workspace:canvas.order")} flush>
      <DataTable
        caption={t("workspace:canvas.table_title", { year: answer?.year ?? 0 })}
        columns={columns}
        rows={[...cards].sort((a, b) => Number(b.changed) - Number(a.changed))}
        rowKey={(card) => card.code}
        rowClass={(card) => (card.code === school ? "is-selected" : undefined)}
        foot={<TableFoot total={cards.length} />}
      />
    </Card>
  );
};

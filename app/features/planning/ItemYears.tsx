import type { Verdict } from "@server/compliance/contract";
import type { ItemId } from "@server/compliance/items-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { Card } from "~/components/page";
import { VerdictShape } from "~/components/VerdictChip";
import { sentenceValues } from "~/features/compliance/figures";
import type { ResultView } from "./result-view";

interface ItemRow {
  readonly key: string;
  readonly label: string;
  /** How the item stands in the chosen year, in the official words; null where nobody knows. */
  readonly sentence: string | null;
  readonly verdicts: readonly (Verdict | "incomplete" | null)[];
}

/** All 32 indicators by year: the whole, the resource part, each of the 25 items. */
export const ItemYears = ({ result }: { readonly result: ResultView }) => {
  const { t } = useTranslation();
  const { overall, resource, items, figures } = result.itemYears;
  const sentenceOf = (id: ItemId): string | null => {
    const known = figures?.[id];
    return known === undefined ? null : t(`clauses:${id}.sentence`, sentenceValues(known.figures, known.limits));
  };
  const rows: readonly ItemRow[] = [
    { key: "overall", label: t("answers:items.overall"), sentence: null, verdicts: overall },
    { key: "resource", label: t("answers:items.resource"), sentence: null, verdicts: resource },
    ...items.map(({ id, verdicts }) => ({ key: id, label: `${id} ${t(`clauses:${id}.name`)}`, sentence: sentenceOf(id), verdicts })),
  ];
  const columns: Column<ItemRow>[] = [
    {
      key: "item",
      header: t("answers:items.item"),
      width: "340px",
      cellClass: () => "wrap",
      render: ({ label, sentence }) => (
        <>
          {label}
          {sentence === null ? null : <div className="caption muted">{t("answers:items.in_year", { year: result.year, sentence })}</div>}
        </>
      ),
    },
    ...result.years.map(
      (year, index): Column<ItemRow> => ({
        key: String(year),
        header: String(year),
        width: "56px",
        cellClass: () => (year === result.year ? "years--on" : ""),
        render: ({ verdicts }) => {
          const verdict = verdicts[index] ?? null;
          if (verdict === null) return "—";
          return verdict === "incomplete" ? (
            <VerdictShape kind="not_evaluable" label={t("items:overall.incomplete")} />
          ) : (
            <VerdictShape kind={verdict} label={t(`common:verdict.${verdict}`)} />
          );
        },
      }),
    ),
  ];
  const judged = overall.some((verdict) => verdict !== null);
  return (
    <Card title={t("answers:items.title")} note={t("answers:items.note")} flush>
      {judged ? null : <p className="muted">{t("answers:items.not_judged")}</p>}
      <DataTable caption={t("answers:items.title")} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Card>
  );
};

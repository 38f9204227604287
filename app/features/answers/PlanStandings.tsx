import type { FoundPlan, PlanAnswer } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { Card } from "~/components/page";
import { VerdictShape } from "~/components/VerdictChip";

type Clauses = NonNullable<PlanAnswer["clauses"]>;
type Standing = NonNullable<FoundPlan["standings"]>[number];
type IndicatorId = Standing["indicators"][number]["id"];

/** What became of the items asked for: held, or not to be judged from the data. */
export const HeldClauses = ({ clauses: { held, leftOut, quota } }: { readonly clauses: Clauses }) => {
  const { t } = useTranslation();
  const and = t("answers:plan.asked.and");
  return (
    <>
      {held.length === 0 ? null : <p>{t("answers:plan.held", { clauses: held.join(and) })}</p>}
      {leftOut.map(({ clause, schools, figures }) => (
        <p key={clause} className="muted">
          {t("answers:plan.left_out", { clause: `${clause} ${t(`clauses:${clause}.name`)}`, schools, figures })}
        </p>
      ))}
      {quota ? <p className="muted">{t("answers:plan.quota_note")}</p> : null}
    </>
  );
};

interface Row {
  readonly id: IndicatorId;
  readonly verdicts: readonly (Standing["indicators"][number]["verdict"] | undefined)[];
}

/** All 32 indicators with the plan, in the target year and after: the resource part is not the whole. */
export const PlanStandings = ({ standings, held }: { readonly standings: readonly Standing[]; readonly held: Clauses["held"] }) => {
  const { t } = useTranslation();
  const asked = new Set<IndicatorId>(held);
  const rows = (standings[0]?.indicators ?? []).map(
    ({ id }): Row => ({ id, verdicts: standings.map(({ indicators }) => indicators.find((own) => own.id === id)?.verdict) }),
  );
  const name = (id: IndicatorId): string => (id.startsWith("R") ? t(`rules:indicator.${id}.short`) : t(`clauses:${id}.name`));
  const isAsked = (id: IndicatorId): boolean => id.startsWith("R") || asked.has(id);
  const columns: Column<Row>[] = [
    { key: "item", header: t("answers:items.item"), width: "260px", cellClass: () => "wrap", render: ({ id }) => `${id} ${name(id)}` },
    { key: "asked", header: t("answers:plan.standing_asked"), render: ({ id }) => (isAsked(id) ? t("answers:plan.standing_yes") : "—") },
    ...standings.map(
      ({ year }, index): Column<Row> => ({
        key: String(year),
        header: String(year),
        width: "56px",
        render: ({ verdicts }) => {
          const verdict = verdicts[index];
          return verdict === undefined ? "—" : <VerdictShape kind={verdict} label={t(`common:verdict.${verdict}`)} />;
        },
      }),
    ),
  ];
  const [first] = standings;
  return (
    <Card
      title={t("answers:plan.standings")}
      note={first === undefined ? undefined : t("answers:plan.standings_note", { ...first, indicators: rows.length })}
      flush
    >
      <DataTable caption={t("answers:plan.standings")} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Card>
  );
};

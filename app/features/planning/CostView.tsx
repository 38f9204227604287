import type { ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { BarsByYear } from "~/components/BarsByYear";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { useSchoolName } from "./lever-text";
import { summaryText } from "./outline-text";
import type { ResultView } from "./result-view";

interface MoneyRow {
  readonly id: string;
  readonly name: string;
  /** 万元 by year, in the order of the years of the answer. */
  readonly values: readonly number[];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Money of each row by year, only in the years in which any is spent. */
const MoneyTable = ({
  title,
  head,
  rows,
  years,
}: {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly MoneyRow[];
  readonly years: readonly number[];
}) => {
  const { t } = useTranslation();
  const spent = years.map((year, index) => ({ year, index })).filter(({ index }) => rows.some(({ values }) => values[index] !== 0));
  return (
    <Card title={title} flush>
      <div className="table-box" tabIndex={0} role="region" aria-label={title}>
        <table className="table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {spent.map(({ year }) => (
                <th key={year} scope="col" className="num">
                  {year}
                </th>
              ))}
              <th scope="col" className="num">
                {t("planning:cost.total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, values }) => (
              <tr key={id}>
                <th scope="row" className="wrap">
                  {name}
                </th>
                {spent.map(({ year, index }) => (
                  <td key={year} className="num">
                    {formatMoneyWan(values[index] ?? 0)}
                  </td>
                ))}
                <td className="num">
                  <strong>{formatMoneyWan(sumOf(values))}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};

/** Dearest first; those that cost nothing say nothing here. */
const dearestFirst = (rows: readonly MoneyRow[]): readonly MoneyRow[] =>
  rows.filter(({ values }) => sumOf(values) !== 0).sort((left, right) => sumOf(right.values) - sumOf(left.values));

/** Money by year against the cap, by where it comes from, by kind of measure, and by measure. */
export const CostView = ({
  result,
  cap,
  schools,
}: {
  readonly result: ResultView;
  readonly cap: number | null;
  readonly schools: readonly ScenarioSchool[];
}) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(schools);
  const { cost, levers } = result;
  const years = cost.map(({ year }) => year);
  const ofLevers = (counts: (leverId: string) => boolean): readonly number[] =>
    cost.map(({ byLever }) =>
      sumOf(byLever.filter(({ leverId }) => counts(leverId)).map(({ capitalWan, recurrentWan }) => capitalWan + recurrentWan)),
    );
  const typeOf = new Map(levers.map(({ id, type }) => [id, type]));
  const sources = [...new Set(cost.flatMap(({ bySource }) => bySource.map(({ fundingSource }) => fundingSource)))];
  return (
    <>
      <Card title={t("planning:cost.by_year")}>
        <BarsByYear
          title={t("planning:cost.by_year")}
          years={years}
          parts={[
            { id: "capital", name: t("planning:cost.capital"), values: cost.map(({ capitalWan }) => capitalWan) },
            { id: "recurrent", name: t("planning:cost.recurrent"), values: cost.map(({ recurrentWan }) => recurrentWan) },
          ]}
          cap={cap}
        />
      </Card>
      <MoneyTable
        title={t("planning:cost.by_source")}
        head={t("planning:cost.source")}
        years={years}
        rows={dearestFirst(
          sources.map((source) => ({
            id: source,
            name: source || t("planning:cost.source_open"),
            values: cost.map(({ bySource }) => bySource.find(({ fundingSource }) => fundingSource === source)?.totalWan ?? 0),
          })),
        )}
      />
      <MoneyTable
        title={t("planning:cost.by_kind")}
        head={t("planning:cost.kind")}
        years={years}
        rows={dearestFirst(
          [...new Set(typeOf.values())].map((type) => ({
            id: type,
            name: t(`planning:lever.${type}`),
            values: ofLevers((leverId) => typeOf.get(leverId) === type),
          })),
        )}
      />
      <MoneyTable
        title={t("planning:cost.by_lever")}
        head={t("planning:levers.title")}
        years={years}
        rows={levers.map((lever) => ({
          id: lever.id,
          name: summaryText(t, lever, schoolName),
          values: ofLevers((leverId) => leverId === lever.id),
        }))}
      />
    </>
  );
};

import type { ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { BarsByYear } from "~/components/BarsByYear";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { useSchoolName } from "./lever-text";
import { summaryText } from "./outline-text";
import type { ResultView } from "./result-view";

/** Money by year against the cap, and by lever. */
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
  const years = result.cost.filter(({ totalWan }) => totalWan > 0).map(({ year }) => year);
  const of = (leverId: string, read: (cost: { readonly capitalWan: number; readonly recurrentWan: number }) => number) =>
    result.cost.map((year) => year.byLever.filter((lever) => lever.leverId === leverId).reduce((sum, lever) => sum + read(lever), 0));
  return (
    <>
      <Card title={t("planning:cost.by_year")}>
        <BarsByYear
          title={t("planning:cost.by_year")}
          years={result.cost.map(({ year }) => year)}
          parts={[
            { id: "capital", name: t("planning:cost.capital"), values: result.cost.map(({ capitalWan }) => capitalWan) },
            { id: "recurrent", name: t("planning:cost.recurrent"), values: result.cost.map(({ recurrentWan }) => recurrentWan) },
          ]}
          cap={cap}
        />
      </Card>
      <Card title={t("planning:cost.by_lever")} flush>
        <div className="table-box" tabIndex={0} role="region" aria-label={t("planning:cost.by_lever")}>
          <table className="table">
            <caption className="visually-hidden">{t("planning:cost.by_lever")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("planning:levers.title")}</th>
                {years.map((year) => (
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
              {result.levers.map((lever) => {
                const values = of(lever.id, ({ capitalWan, recurrentWan }) => capitalWan + recurrentWan);
                return (
                  <tr key={lever.id}>
                    <th scope="row" className="wrap">
                      {summaryText(t, lever, schoolName)}
                    </th>
                    {years.map((year) => (
                      <td key={year} className="num">
                        {formatMoneyWan(values[result.cost.findIndex((one) => one.year === year)] ?? 0)}
                      </td>
                    ))}
                    <td className="num">
                      <strong>{formatMoneyWan(values.reduce((sum, value) => sum + value, 0))}</strong>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Card>
    </>
  );
};

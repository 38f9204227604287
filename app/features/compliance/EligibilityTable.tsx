import { Link, useSearchParams } from "@remix-run/react";
import type { Declaration } from "@server/compliance/declarations-contract";
import type { Eligibility } from "@server/compliance/items-contract";
import { useTranslation } from "react-i18next";
import { formatCount } from "~/components/format";
import { withParams } from "~/components/url";
import { VerdictChip } from "~/components/VerdictChip";
import { countyCellLink } from "~/features/data/entry/entry-link";
import { isUnattested } from "./items";

const kindOf = (value: boolean | null) => (value === null ? "not_evaluable" : value ? "met" : "not_met");

/** 申报资格: years since basic balance was recognised, its monitoring since, problems found then. */
export const EligibilityTable = ({
  eligibility,
  declarations,
}: {
  readonly eligibility: Eligibility;
  readonly declarations: readonly Declaration[];
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { yearsSinceRecognition: years, yearsRequired, monitoring, problemsSolved } = eligibility;
  const rows = [
    {
      key: "years",
      value: years === null ? null : years >= yearsRequired,
      statement: null,
      text: t("items:eligibility.years", { years: formatCount(years), required: formatCount(yearsRequired) }),
    },
    { key: "monitoring", value: monitoring, statement: "E.monitoring", text: t("items:eligibility.monitoring") },
    { key: "problems", value: problemsSolved, statement: "E.problemsSolved", text: t("items:eligibility.problems") },
  ];
  return (
    <div className="table-card">
      <div className="table-box" tabIndex={0} role="region" aria-label={t("items:eligibility.caption")}>
        <table className="table items">
          <caption className="visually-hidden">{t("items:eligibility.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("items:eligibility.condition")}</th>
              <th scope="col">{t("items:table.verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className="items__name">
                  {row.text}
                  {row.key === "years" && years === null ? (
                    <>
                      {" "}
                      <Link className="caption" to={countyCellLink("facts.basicRecognitionYear") ?? "/data/entry"}>
                        {t("items:panel.to_entry")}
                      </Link>
                    </>
                  ) : null}
                </th>
                <td>
                  <VerdictChip kind={kindOf(row.value)} plain />
                  {row.statement !== null && row.value !== null && isUnattested(row.statement, declarations) ? (
                    <div className="caption tone-near">{t("items:attested.imported_only")}</div>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="table-foot">
        <Link id="item-E" to={withParams(params, { item: "E", notice: null })} preventScrollReset>
          {t("items:eligibility.open")}
        </Link>
      </p>
    </div>
  );
};

import type { PlanningDefaults, Projection, ScenarioDocument, ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { formatCount, formatNumber, missing } from "~/components/format";
import { assumptionHint } from "./assumption-hint";
import { schoolWords } from "./assumption-lines";
import { type AssumptionText, assumptionTexts } from "./assumption-texts";

/**
 * How far a scenario looks, its budget and every assumption in words, each with where its default comes from and how often
 * the last answer used it: for those who may not change them, and on paper.
 */
export const AssumptionsReading = ({
  document,
  defaults,
  uses,
  schools,
}: {
  readonly document: ScenarioDocument;
  readonly defaults: PlanningDefaults;
  readonly uses: Projection["assumptionUse"];
  readonly schools: readonly ScenarioSchool[];
}) => {
  const { t } = useTranslation();
  const { annualBudgetWan, horizonYears } = document;
  const settings = [
    { path: "horizonYears", value: `${formatCount(horizonYears)} ${t("planning:unit.years")}` },
    {
      path: "annualBudgetWan",
      value: annualBudgetWan === null ? missing : `${formatNumber(annualBudgetWan, 1)} ${t("planning:unit.wan")}`,
    },
  ].map((one): AssumptionText => ({ ...one, label: t(`planning:settings.${one.path}`) }));
  const lines = [...settings, ...assumptionTexts(t, document.assumptions, schoolWords(schools))];
  return (
    <dl className="assumed">
      {lines.map(({ path, label, value, form }) => {
        const hint = [form, assumptionHint(t, defaults, uses, path)].filter(Boolean).join(" · ");
        return (
          <div key={path}>
            <dt>{label}</dt>
            <dd>
              <span className="assumed__value">{value}</span>
              {hint === "" ? null : <div className="caption muted">{hint}</div>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};

import { Link } from "@remix-run/react";
import type { Overall } from "@server/compliance/items-contract";
import { regulationCases } from "@server/compliance/regulation-cases-contract";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";

const parts = [
  { key: "resource", to: "/assessment/summary" },
  { key: "assurance", to: "/assessment/assurance" },
  { key: "quality", to: "/assessment/quality" },
  { key: "recognition", to: "/assessment/recognition" },
  { key: "vetoes", to: "/assessment/vetoes" },
  { key: "eligibility", to: "/assessment/vetoes" },
] as const;

const cases = Object.values(regulationCases).reduce((sum, count) => sum + count, 0);

/** 全部 32 项: the whole verdict and its six parts; 资料不全 where nothing fails but something cannot be judged. */
export const WholeCard = ({ overall }: { readonly overall: Overall }) => {
  const { t } = useTranslation();
  const incomplete = overall.verdict === "incomplete";
  return (
    <Card title={t("items:overall.title")} note={t("items:overall.cases", { cases })}>
      <div className="row">
        <VerdictChip
          kind={incomplete ? "not_evaluable" : overall.verdict === "met" ? "met" : "not_met"}
          text={incomplete ? t("items:overall.incomplete") : undefined}
          size="large"
        />
        <span>{t("items:overall.counts", { met: overall.met, notMet: overall.notMet, open: overall.notEvaluable })}</span>
      </div>
      <ul className="plain whole">
        {parts.map(({ key, to }) => (
          <li key={key}>
            <Link to={to}>{t(`items:overall.part.${key}`)}</Link> <VerdictChip kind={overall[key]} plain />
          </li>
        ))}
        {overall.extras === "met" ? null : (
          <li>
            <Link to="/assessment/vetoes">{t("items:extras.title")}</Link> <VerdictChip kind={overall.extras} plain />
          </li>
        )}
      </ul>
    </Card>
  );
};

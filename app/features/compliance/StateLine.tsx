import type { CountyAssessment } from "@server/compliance/contract";
import type { DatasetHead } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/format";
import { ruleSetName } from "./rule-set-name";

/** One line under a title: rule set, data version, when it was imported. */
export const StateLine = ({ dataset, ruleSet }: { readonly dataset: DatasetHead; readonly ruleSet: CountyAssessment["ruleSet"] }) => {
  const { t } = useTranslation();
  return (
    <>
      {t("compliance:state", {
        ruleset: ruleSetName(t, ruleSet.id),
        year: dataset.statisticsYear,
        version: dataset.version,
        when: formatDateTime(dataset.importedAt),
      })}
    </>
  );
};

import type { PolicyChange } from "@server/province/policy-contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { formatExact, formatPercent } from "~/components/format";

/** One change in a sentence. */
export const policyText =
  (t: TFunction) =>
  (change: PolicyChange): string => {
    switch (change.kind) {
      case "threshold":
        return t("policies:sentence.threshold", {
          stage: t(`rules:stage.${change.stage}`),
          parameter: t(`policies:option.${change.parameter.replaceAll(".", "_")}`),
          value: formatExact(change.value),
        });
      case "relief_ended":
        return t("policies:sentence.relief_ended", {
          relief: t(`policies:option.${change.relief.replaceAll(".", "_")}`),
          year: change.fromYear,
        });
      case "rotation_quota":
        return t("policies:sentence.rotation_quota", {
          year: change.startYear,
          share: formatPercent(change.rotationShare, 1),
          backbone: formatPercent(change.backboneShare, 1),
          province: formatPercent(change.provinceShare, 0),
        });
      case "class_cap":
        return t("policies:sentence.class_cap", { year: change.startYear, primary: change.primary, junior: change.junior });
      case "place_grant":
        return t("policies:sentence.place_grant", { year: change.startYear, grant: formatExact(change.grantWanPerPlace) });
      case "births":
        return t("policies:sentence.births", { change: formatPercent(change.annualChange, 1) });
    }
  };

/** As `policyText`, on a page. */
export const usePolicyText = (): ((change: PolicyChange) => string) => policyText(useTranslation().t);

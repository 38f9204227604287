import type { Stage } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { FilterBar, plainOptions } from "~/components/FilterBar";
import { Tabs } from "~/components/Tabs";
import type { MatrixQuery } from "./matrix";

const verdicts = ["not_met", "not_evaluable", "met"] as const;

/** Stage tabs and filters of the matrix. */
export const MatrixFilters = ({
  query,
  counts,
  townships,
  keep = {},
}: {
  readonly query: MatrixQuery;
  readonly counts: Readonly<Record<Stage, number>>;
  readonly townships: readonly string[];
  /** Parameters of the page that the form must carry along. */
  readonly keep?: Readonly<Record<string, string>>;
}) => {
  const { t } = useTranslation();
  const { stage, sort, direction } = query;
  return (
    <FilterBar
      label={t("compliance:filter.label")}
      before={
        <Tabs
          label={t("compliance:filter.stage")}
          param="stage"
          value={stage}
          items={(["primary", "junior"] as const).map((one) => ({ value: one, label: t(`rules:section.${one}`), count: counts[one] }))}
        />
      }
      keep={{ stage, ...keep, ...(sort === "worst" ? {} : { sort, direction }) }}
      filters={[
        { name: "township", label: t("compliance:filter.township"), value: query.township, options: plainOptions(townships) },
        {
          name: "verdict",
          label: t("compliance:filter.verdict"),
          value: query.verdict,
          options: verdicts.map((verdict) => ({ value: verdict, label: t(`common:verdict.${verdict}`) })),
        },
      ]}
      search={{ label: t("common:filter.school"), value: query.search }}
    />
  );
};

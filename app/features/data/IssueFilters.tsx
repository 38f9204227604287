import type { CellIssue } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { FilterBar, plainOptions } from "~/components/FilterBar";

export interface IssueFilter {
  readonly severity: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
}

export const issueFilterOf = (params: URLSearchParams): IssueFilter => ({
  severity: params.get("severity") || null,
  file: params.get("file") || null,
  sheet: params.get("sheet") || null,
});

/** Complaints that a filter lets through. */
export const chosenIssues = <Issue extends CellIssue>(issues: readonly Issue[], { severity, file, sheet }: IssueFilter): readonly Issue[] =>
  issues.filter(
    (issue) =>
      (severity === null || issue.severity === severity) &&
      (file === null || (issue.file ?? "") === file) &&
      (sheet === null || issue.sheet === sheet),
  );

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].filter((value) => value !== "");

/** Filters of a list of complaints: kind, file and sheet. */
export const IssueFilters = ({ issues, filter }: { readonly issues: readonly CellIssue[]; readonly filter: IssueFilter }) => {
  const { t } = useTranslation();
  const files = distinct(issues.map(({ file }) => file ?? ""));
  return (
    <FilterBar
      label={t("data:issues.filters")}
      keep={{}}
      filters={[
        {
          name: "severity",
          label: t("data:issues.severity"),
          value: filter.severity,
          options: (["error", "warning"] as const).map((severity) => ({ value: severity, label: t(`data:issues.${severity}`) })),
        },
        ...(files.length > 1 ? [{ name: "file", label: t("data:issues.file"), value: filter.file, options: plainOptions(files) }] : []),
        {
          name: "sheet",
          label: t("data:issues.sheet"),
          value: filter.sheet,
          options: plainOptions(distinct(issues.map(({ sheet }) => sheet))),
        },
      ]}
    />
  );
};

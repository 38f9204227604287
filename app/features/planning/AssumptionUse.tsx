import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount } from "~/components/format";
import { Card } from "~/components/page";
import type { ResultView } from "./result-view";

type Use = ResultView["assumptionUse"][number];

/** Assumptions whose name in the form is not their path. */
const labels: Readonly<Record<string, string>> = {
  "classCap.primary": "planning:assumptions.capPrimary",
  "classCap.junior": "planning:assumptions.capJunior",
  classCap: "planning:assumptions.capPrimary",
  ageShares: "planning:assumptions.retirement",
};

/** Which assumptions the answer used, the most used first. */
export const AssumptionUse = ({ result }: { readonly result: ResultView }) => {
  const { t } = useTranslation();
  const nameOf = (path: string): string => {
    const label = labels[path];
    return label === undefined ? t(`planning:assumptions.${path}`) : t(label);
  };
  const columns: Column<Use>[] = [
    { key: "path", header: t("answers:use.path"), width: "260px", render: ({ path }) => nameOf(path) },
    { key: "used", header: t("answers:use.count"), align: "end", render: ({ used }) => formatCount(used) },
  ];
  const rows = [...result.assumptionUse].sort((left, right) => right.used - left.used);
  return (
    <Card title={t("answers:use.title")} note={t("answers:use.note")} flush>
      <DataTable caption={t("answers:use.title")} columns={columns} rows={rows} rowKey={({ path }) => path} />
    </Card>
  );
};

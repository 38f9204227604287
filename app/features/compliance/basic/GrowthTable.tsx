import type { GrowthItem } from "@server/compliance/basic-contract";
import { useTranslation } from "react-i18next";
import { formatPercent, formatValue } from "~/components/format";
import { TableFrame } from "~/components/TableFrame";
import { VerdictChip } from "~/components/VerdictChip";

/** 三个增长: each figure of each fiscal year against the year before. */
export const GrowthTable = ({ items }: { readonly items: readonly GrowthItem[] }) => {
  const { t } = useTranslation();
  return (
    <TableFrame caption={t("basic:growth.title")}>
      <thead>
        <tr>
          <th scope="col">{t("basic:growth.series")}</th>
          {(["year", "from", "to", "rate", "against"] as const).map((column) => (
            <th key={column} scope="col" className="num">
              {t(`basic:growth.${column}`)}
            </th>
          ))}
          <th scope="col">{t("compliance:matrix.verdict")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ series, fiscalYear, from, to, growth, against, verdict, borderline }) => (
          <tr key={`${series}-${fiscalYear}`}>
            <th scope="row">{t(`basic:series.${series}`)}</th>
            <td className="num">{fiscalYear}</td>
            <td className="num">{formatValue(from)}</td>
            <td className="num">{formatValue(to)}</td>
            <td className="num">{formatPercent(growth, 2)}</td>
            <td className="num">{formatPercent(against, 2)}</td>
            <td>
              <VerdictChip kind={borderline ? "borderline" : verdict} plain />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
};

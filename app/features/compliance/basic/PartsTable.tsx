import type { BasicAssessment } from "@server/compliance/basic-contract";
import { useTranslation } from "react-i18next";
import { formatExact, formatPercent } from "~/components/format";
import { TableFrame } from "~/components/TableFrame";
import { VerdictChip } from "~/components/VerdictChip";

export type BasicParts = Pick<BasicAssessment, "growth" | "vetoes" | "score" | "satisfaction"> & {
  readonly standards: BasicAssessment["standards"] & { readonly met: number; readonly notMet: number; readonly open: number };
};

/** School standards, growths, vetoes, score and satisfaction: finding and verdict of each. */
export const PartsTable = ({ standards, growth, vetoes, score, satisfaction }: BasicParts) => {
  const { t, i18n } = useTranslation();
  const { pack } = standards;
  const packTitle = pack === null ? "" : pack.title[i18n.language === "en" ? "en" : "zh-CN"];
  const rows = [
    {
      id: "standards",
      ...standards,
      finding: pack === null ? t("basic:finding.no_pack") : t("basic:finding.pack", { ...standards, title: packTitle }),
    },
    {
      id: "growth",
      ...growth,
      finding: t("basic:finding.growth", {
        met: growth.items.filter(({ verdict }) => verdict === "met").length,
        all: growth.items.length,
      }),
    },
    {
      id: "vetoes",
      ...vetoes,
      use: "judged",
      finding: t("basic:finding.vetoes", {
        occurred: vetoes.items.filter(({ state }) => state === "occurred").length,
        undeclared: vetoes.items.filter(({ state }) => state === "undeclared").length,
      }),
    },
    {
      id: "score",
      ...score,
      use: "judged",
      finding: t("basic:finding.score", { value: formatExact(score.value), minimum: formatExact(score.minimum) }),
    },
    {
      id: "satisfaction",
      ...satisfaction,
      finding: t("basic:finding.score", {
        value: formatPercent(satisfaction.value, 2),
        minimum: formatPercent(satisfaction.minimum, 2),
      }),
    },
  ] as const;
  return (
    <TableFrame caption={t("basic:parts.title")}>
      <thead>
        <tr>
          <th scope="col">{t("basic:parts.part")}</th>
          <th scope="col">{t("basic:parts.finding")}</th>
          <th scope="col">{t("compliance:matrix.verdict")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, finding, use, verdict }) => (
          <tr key={id}>
            <th scope="row">{t(`basic:parts.${id}`)}</th>
            <td>
              {finding}
              {use === "shown" ? <div className="caption muted">{t("basic:finding.shown")}</div> : null}
            </td>
            <td>
              <VerdictChip kind={verdict} plain />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
};

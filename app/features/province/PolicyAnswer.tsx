import { Link } from "@remix-run/react";
import { passingParts } from "@server/province/passing-contract";
import type { Passing, PolicyLine, PolicySummary } from "@server/province/policy-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatMoneyWan } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { LineChart } from "~/components/LineChart";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { Tabs } from "~/components/Tabs";
import { Tag } from "~/components/VerdictChip";
import { itemText } from "~/features/review/item-text";

const tones = { gained: "accent", sooner: "accent", lost: "fail", later: "near", same: undefined, not_tried: undefined } as const;

/** What the change brings: counties gained and lost, years of passing, who pays, which clause now binds. */
export const PolicyAnswer = ({ summary }: { readonly summary: PolicySummary }) => {
  const { t } = useTranslation();
  const { counts, lines, years, part } = summary;
  const when = ({ firstYear, lasts }: Passing): string =>
    firstYear === null ? t("policies:answer.never") : lasts ? String(firstYear) : t("policies:answer.not_lasting", { year: firstYear });
  const columns: Column<PolicyLine>[] = [
    {
      key: "county",
      header: t("province:compare.county"),
      width: "120px",
      render: ({ countyName, publicationId }) => <Link to={`/province/counties/${publicationId}`}>{countyName}</Link>,
    },
    { key: "city", header: t("province:compare.city"), width: "90px", render: ({ cityName }) => cityName ?? "" },
    {
      key: "effect",
      header: t("policies:answer.effect"),
      width: "110px",
      render: ({ effect, left }) =>
        left === null ? (
          <Tag {...(tones[effect] && { tone: tones[effect] })}>{t(`policies:effect.${effect}`)}</Tag>
        ) : (
          t(`policies:left.${left}`)
        ),
    },
    { key: "before", header: t("policies:answer.before"), width: "150px", render: ({ before }) => when(before) },
    { key: "after", header: t("policies:answer.after"), width: "150px", render: ({ after }) => when(after) },
    {
      key: "binding",
      header: t("policies:answer.now_binding"),
      cellClass: () => "wrap",
      render: ({ nowBinding }) => nowBinding.map((clause) => itemText(t, clause)).join("、"),
    },
    {
      key: "no_longer",
      header: t("policies:answer.no_longer"),
      cellClass: () => "wrap",
      render: ({ noLonger }) => noLonger.map((clause) => itemText(t, clause)).join("、"),
    },
    {
      key: "province",
      header: t("policies:answer.province_wan"),
      align: "end",
      width: "100px",
      render: ({ provinceWan }) => formatMoneyWan(provinceWan),
    },
    {
      key: "own",
      header: t("policies:answer.county_wan"),
      align: "end",
      width: "100px",
      render: ({ countyWan }) => formatMoneyWan(countyWan),
    },
  ];
  return (
    <>
      <Tabs
        label={t("policies:answer.part")}
        param="part"
        value={part}
        items={passingParts.map((value) => ({ value, label: t(`policies:answer.part_name.${value}`) }))}
      />
      <p className="caption muted">{t(`policies:answer.scope.${part}`)}</p>
      <KeyFigures>
        <KeyFigure label={t("policies:effect.gained")} value={formatCount(counts.gained)} />
        <KeyFigure label={t("policies:effect.lost")} value={formatCount(counts.lost)} />
        <KeyFigure label={t("policies:effect.sooner")} value={formatCount(counts.sooner)} />
        <KeyFigure label={t("policies:effect.later")} value={formatCount(counts.later)} />
        <KeyFigure label={t("policies:answer.province_wan")} value={formatMoneyWan(summary.provinceWan)} />
        <KeyFigure label={t("policies:answer.county_wan")} value={formatMoneyWan(summary.countyWan)} />
      </KeyFigures>
      <Card title={t(`policies:answer.years.${part}`)}>
        <LineChart
          title={t(`policies:answer.years.${part}`)}
          years={years.map(({ year }) => year)}
          domain={[0, Math.max(1, lines.length - counts.not_tried)]}
          series={[
            { id: "before", name: t("policies:answer.without"), values: years.map(({ before }) => before), mark: "a" },
            { id: "after", name: t("policies:answer.with"), values: years.map(({ after }) => after), mark: "b" },
          ]}
          format={formatCount}
        />
      </Card>
      <DataTable
        caption={t("policies:answer.caption")}
        columns={columns}
        rows={lines}
        rowKey={({ countyId }) => countyId}
        foot={
          <TableFoot
            total={lines.length}
            note={t("policies:answer.over", { count: lines.length - counts.not_tried, unpublished: summary.unpublished })}
          />
        }
      />
      <Card title={t("policies:answer.clauses")} note={t("policies:answer.clauses_note")} flush>
        <DataTable
          caption={t("policies:answer.clauses")}
          columns={[
            { key: "clause", header: t("review:finding.item"), render: ({ clause }) => itemText(t, clause) },
            {
              key: "before",
              header: t("policies:answer.without"),
              align: "end",
              width: "120px",
              render: ({ before }) => formatCount(before),
            },
            { key: "after", header: t("policies:answer.with"), align: "end", width: "120px", render: ({ after }) => formatCount(after) },
          ]}
          rows={summary.clauses}
          rowKey={({ clause }) => clause}
          foot={<TableFoot total={summary.clauses.length} />}
        />
      </Card>
    </>
  );
};

import { Link } from "@remix-run/react";
import { passingParts } from "@server/province/passing-contract";
import type { PolicyLine, PolicySummary } from "@server/province/policy-contract";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatMoneyWan } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { LineChart } from "~/components/LineChart";
import { PictureButton } from "~/components/PictureButton";
import { Card, Toolbar } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { Tabs } from "~/components/Tabs";
import { Tag } from "~/components/VerdictChip";
import { itemText } from "~/features/review/item-text";
import { policyTotals, policyWords } from "./policy-words";

const tones = { gained: "accent", sooner: "accent", lost: "fail", later: "near", same: undefined, not_tried: undefined } as const;

/** What the change brings: counties gained and lost, years of passing, who pays, which clause now binds. */
export const PolicyAnswer = ({ policyId, summary }: { readonly policyId: string; readonly summary: PolicySummary }) => {
  const file = `/province/policies/${policyId}/file`;
  const { t } = useTranslation();
  const { counts, lines, years, part } = summary;
  const words = policyWords(t, summary);
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
      render: (line) =>
        line.left === null ? <Tag {...(tones[line.effect] && { tone: tones[line.effect] })}>{words.effect(line)}</Tag> : words.effect(line),
    },
    { key: "before", header: t(`policies:answer.before.${part}`), width: "150px", render: ({ before }) => words.passing(before) },
    { key: "after", header: t(`policies:answer.after.${part}`), width: "150px", render: ({ after }) => words.passing(after) },
    ...(part === "whole" ? [] : [{ key: "whole", header: t("policies:answer.whole_then"), cellClass: () => "wrap", render: words.whole }]),
    {
      key: "binding",
      header: t("policies:answer.now_binding"),
      width: "150px",
      cellClass: () => "wrap",
      render: ({ nowBinding }) => words.clauses(nowBinding),
    },
    {
      key: "no_longer",
      header: t("policies:answer.no_longer"),
      width: "150px",
      cellClass: () => "wrap",
      render: ({ noLonger }) => words.clauses(noLonger),
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
      <Toolbar label={t("province:compare.tools")}>
        <Tabs
          label={t("policies:answer.part")}
          param="part"
          value={part}
          items={passingParts.map((value) => ({ value, label: t(`policies:answer.part_name.${value}`) }))}
        />
        <span className="spacer" />
        {(["csv", "xlsx", "svg"] as const).map((format) => (
          <LinkButton key={format} download to={`${file}?part=${part}&format=${format}`}>
            {t(`province:compare.download.${format}`)}
          </LinkButton>
        ))}
        <PictureButton svg={`${file}?part=${part}&format=svg`} label={t("comparing:png")} failed={t("comparing:png_failed")} />
      </Toolbar>
      <p className="caption muted">{t(`policies:answer.scope.${part}`)}</p>
      <KeyFigures>
        {policyTotals(t, summary).map(({ key, label, value, money }) => (
          <KeyFigure key={key} label={label} value={money ? formatMoneyWan(value) : formatCount(value)} />
        ))}
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
        foot={<TableFoot total={lines.length} note={words.over} />}
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

import { Link } from "@remix-run/react";
import type { DueAnswer, DueDay, DueFinding, Reminders } from "@server/review/reminders-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { Left } from "./Left";
import { NearTag } from "./ReminderCard";

const Findings = ({
  title,
  none,
  findings,
  year,
}: {
  readonly title: string;
  readonly none: string;
  readonly findings: readonly DueFinding[];
  readonly year: number;
}) => {
  const { t } = useTranslation();
  const columns: Column<DueFinding>[] = [
    {
      key: "title",
      header: t("review:finding.title"),
      cellClass: () => "wrap",
      render: ({ id, title: text }) => <Link to={`/findings?year=${year}&finding=${id}`}>{text}</Link>,
    },
    { key: "county", header: t("province:compare.county"), width: "110px", render: ({ county }) => county.name },
    { key: "unit", header: t("review:finding.unit"), width: "120px", render: ({ responsibleUnit }) => responsibleUnit },
    { key: "day", header: t("review:finding.deadline"), width: "110px", render: ({ deadline }) => deadline },
    { key: "left", header: t("reminders:column.left"), width: "130px", render: ({ left }) => <NearTag left={left} /> },
  ];
  return (
    <Card title={title} flush>
      <DataTable
        caption={title}
        columns={columns}
        rows={findings}
        rowKey={({ id }) => id}
        empty={<EmptyState title={none} />}
        foot={<TableFoot total={findings.length} />}
      />
    </Card>
  );
};

/** 待办与提醒 of a city or a province: days with a countdown, what waits, what was given back, findings that are late. */
export const ReminderTables = ({ reminders }: { readonly reminders: Reminders }) => {
  const { t } = useTranslation();
  const { statisticsYear, days, waiting, answers, overdue, soon, toCheck, openFindings } = reminders;
  const dayColumns: Column<DueDay>[] = [
    { key: "level", header: t("reminders:column.what"), width: "200px", render: ({ level }) => t(`reminders:day.${level}`) },
    { key: "day", header: t("reminders:column.day"), width: "110px", render: ({ day }) => day },
    {
      key: "left",
      header: t("reminders:column.left"),
      width: "130px",
      render: ({ left, near }) => (near ? <NearTag left={left} /> : <Left left={left} />),
    },
    {
      key: "open",
      header: t("review:queue.state"),
      render: ({ open }) => (open === 0 ? t("reminders:day.kept") : t("reminders:day.open", { count: open })),
    },
  ];
  const answerColumns: Column<DueAnswer>[] = [
    {
      key: "county",
      header: t("province:compare.county"),
      width: "140px",
      render: ({ county }) => <Link to={`/review/${county.id}?year=${statisticsYear}`}>{county.name}</Link>,
    },
    { key: "day", header: t("review:queue.answer_by"), width: "110px", render: ({ day }) => day },
    { key: "left", header: t("reminders:column.left"), width: "130px", render: ({ left }) => <NearTag left={left} /> },
    { key: "reason", header: t("reminders:column.reason"), cellClass: () => "wrap", render: ({ reason }) => reason },
  ];
  return (
    <>
      <KeyFigures>
        <KeyFigure label={<Link to={`/review?year=${statisticsYear}`}>{t("reminders:waiting")}</Link>} value={formatCount(waiting.length)}>
          {waiting.length === 0 ? t("reminders:waiting_none") : waiting.map(({ name }) => name).join("、")}
        </KeyFigure>
        <KeyFigure label={t("reminders:answers")} value={formatCount(answers.length)} />
        <KeyFigure
          label={<Link to={`/findings?year=${statisticsYear}`}>{t("reminders:overdue")}</Link>}
          value={formatCount(overdue.length)}
          {...(overdue.length > 0 && { verdict: "not_met" as const, verdictText: t("review:finding.overdue") })}
        >
          {t("reminders:overdue_unit", { open: openFindings, check: toCheck })}
        </KeyFigure>
        <KeyFigure label={t("reminders:soon")} value={formatCount(soon.length)} />
      </KeyFigures>
      <Card title={t("reminders:days")} note={t("reminders:days_note")} flush>
        <DataTable caption={t("reminders:days")} columns={dayColumns} rows={days} rowKey={({ level }) => level} />
      </Card>
      <Card title={t("reminders:answers")} flush>
        <DataTable
          caption={t("reminders:answers")}
          columns={answerColumns}
          rows={answers}
          rowKey={({ county }) => county.id}
          empty={<EmptyState title={t("reminders:answers_none")} />}
        />
      </Card>
      <Findings title={t("reminders:overdue")} none={t("reminders:overdue_none")} findings={overdue} year={statisticsYear} />
      <Findings title={t("reminders:soon")} none={t("reminders:soon_none")} findings={soon} year={statisticsYear} />
    </>
  );
};

import { stages } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatCount, formatNumber, missing } from "~/components/format";
import { Card } from "~/components/page";
import type { ResultView, StaffedSection } from "./result-view";

type Year = ResultView["staffing"]["years"][number];

/** 教师余缺: what the schools lack and have beyond the norm, year by year, and each school in the chosen year. */
export const StaffBalance = ({ result }: { readonly result: ResultView }) => {
  const { t } = useTranslation();
  const { sections, years } = result.staffing;
  const persons = (told: number, count: number, schools: number): string =>
    told === 0 ? missing : t("answers:staffing.persons", { persons: formatNumber(count, 1), schools });
  const byYear: Column<Year>[] = [
    { key: "year", header: t("answers:staffing.year"), width: "92px", render: ({ year }) => year },
    ...stages.flatMap((stage): Column<Year>[] => [
      {
        key: `${stage}.lacking`,
        header: `${t(`rules:stage.${stage}`)} · ${t("answers:staffing.lacking")}`,
        align: "end",
        render: ({ [stage]: of }) => persons(of.told, of.lacking, of.schoolsLacking),
      },
      {
        key: `${stage}.beyond`,
        header: `${t(`rules:stage.${stage}`)} · ${t("answers:staffing.beyond")}`,
        align: "end",
        render: ({ [stage]: of }) => persons(of.told, of.beyond, of.schoolsBeyond),
      },
    ]),
  ];
  const bySchool: Column<StaffedSection>[] = [
    {
      key: "school",
      header: t("answers:classes.school"),
      width: "240px",
      render: ({ schoolName, stage }) => (
        <>
          {schoolName} <span className="caption muted">{t(`rules:section.${stage}`)}</span>
        </>
      ),
    },
    { key: "pupils", header: t("answers:staffing.pupils"), align: "end", render: ({ pupils }) => formatCount(pupils) },
    { key: "teachers", header: t("answers:classes.have"), align: "end", render: ({ teachers }) => formatNumber(teachers, 1) },
    { key: "needed", header: t("answers:classes.needed"), align: "end", render: ({ needed }) => formatNumber(needed, 1) },
    { key: "balance", header: t("answers:staffing.balance"), align: "end", render: ({ balance }) => formatChange(balance, 1) },
  ];
  const title = t("answers:staffing.by_school", { year: result.year });
  return (
    <>
      <Card title={t("answers:staffing.by_year")} note={t("answers:staffing.note")} flush>
        <DataTable caption={t("answers:staffing.by_year")} columns={byYear} rows={years} rowKey={({ year }) => String(year)} />
      </Card>
      <Card title={title} note={t("answers:staffing.order")} flush>
        <DataTable caption={title} columns={bySchool} rows={sections} rowKey={({ id }) => id} />
      </Card>
    </>
  );
};

import type { ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatNumber } from "~/components/format";
import { LineChart } from "~/components/LineChart";
import { Card } from "~/components/page";
import { useSchoolName } from "./lever-text";
import type { ResultView } from "./result-view";
import { StaffBalance } from "./StaffBalance";

type Split = ResultView["splitClasses"][number];

/** Classes that the cap has split in the chosen year with what they lack; rooms and staff over the years. */
export const ClassesView = ({ result, schools }: { readonly result: ResultView; readonly schools: readonly ScenarioSchool[] }) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(schools);
  const columns: Column<Split>[] = [
    {
      key: "school",
      header: t("answers:classes.school"),
      width: "240px",
      render: ({ schoolCode, stage }) => (
        <>
          {schoolName(schoolCode)} <span className="caption muted">{t(`rules:section.${stage}`)}</span>
        </>
      ),
    },
    { key: "added", header: t("answers:classes.added"), align: "end", render: ({ classesAdded }) => formatCount(classesAdded) },
    { key: "rooms", header: t("answers:classes.rooms"), align: "end", render: ({ roomsLacking }) => formatCount(roomsLacking) },
    {
      key: "teachers",
      header: t("answers:classes.teachers"),
      align: "end",
      render: ({ teachersLacking }) => formatNumber(teachersLacking, 1),
    },
  ];
  const title = t("answers:classes.title", { year: result.year });
  const { idle, places, lacking, staff } = result.rooms;
  return (
    <>
      <Card title={title} flush>
        <DataTable
          caption={title}
          columns={columns}
          rows={result.splitClasses}
          rowKey={({ schoolCode, stage }) => `${schoolCode}.${stage}`}
          empty={<p className="muted">{t("answers:classes.none")}</p>}
        />
      </Card>
      <Card
        title={t("answers:classes.rooms_title")}
        note={t("answers:classes.places", { year: result.year, places: formatCount(places[result.years.indexOf(result.year)] ?? null) })}
      >
        <LineChart
          title={t("answers:classes.rooms_title")}
          years={result.years}
          series={[
            { id: "idle", name: t("answers:classes.idle"), values: idle },
            { id: "lacking", name: t("answers:classes.lacking"), values: lacking },
          ]}
          format={formatCount}
          selectedYear={result.year}
        />
      </Card>
      <Card title={t("answers:classes.staff_title")} note={t("answers:classes.staff_note")}>
        <div className="charts">
          {staff.map(({ stage, staff: posts, needed, have }) => (
            <div key={stage} className="chart-card">
              <h3>{t(`rules:stage.${stage}`)}</h3>
              <LineChart
                title={`${t("answers:classes.staff_title")} · ${t(`rules:stage.${stage}`)}`}
                years={result.years}
                series={[
                  { id: "have", name: t("answers:classes.have"), values: have },
                  { id: "needed", name: t("answers:classes.needed"), values: needed },
                  { id: "posts", name: t("answers:classes.posts"), values: posts },
                ]}
                format={formatCount}
                selectedYear={result.year}
                height={150}
              />
            </div>
          ))}
        </div>
      </Card>
      <StaffBalance result={result} />
    </>
  );
};

import { type Facilities, type School, type Stage, stagesOfType, type TeacherGroup } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { formatCount, formatExact } from "~/components/format";
import { Card } from "~/components/page";
import { type Cells, FigureTable } from "./FigureTable";
import { GradeTable } from "./GradeTable";
import { SchoolSheetsFurther } from "./SchoolSheetsFurther";

/** Names of the figures in the order of the workbook; stored figures have none. */
export interface SheetFields {
  readonly teachers: readonly (keyof TeacherGroup)[];
  readonly facilities: readonly (keyof Facilities)[];
}

/** Everything stored of one school, sheet by sheet, each figure with the cell it came from. */
export const SchoolSheets = ({
  school,
  cells,
  year,
  fields,
}: {
  readonly school: School;
  readonly cells: Cells;
  readonly year: number;
  readonly fields: SheetFields;
}) => {
  const { t } = useTranslation();
  const stages: readonly Stage[] = stagesOfType[school.type];
  const identity: readonly (readonly [string, string])[] = [
    [t("data:school.code"), school.code],
    [t("data:school.type"), t(`rules:school_type.${school.type}`)],
    [t("data:school.owner"), t(`rules:owner.${school.ownerCode}`)],
    [t("data:school.township"), school.township],
    [t("data:school.locality"), t(`rules:locality.${school.locality}`)],
    [t("data:school.built"), formatCount(school.builtYear)],
    [t("data:school.counts"), t(school.countsAsSchool ? "data:school.yes" : "data:school.no")],
    ...(school.parentCode === null ? [] : [[t("data:school.parent"), school.parentCode] as const]),
  ];
  return (
    <>
      <Card title={t("data:school.identity")}>
        <dl className="identity">
          {identity.map(([label, text]) => (
            <div key={label}>
              <dt className="muted">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={t("data:school.pupils")} note={t("data:school.pupils_note")} flush>
        <GradeTable school={school} year={year} />
      </Card>
      <div className="columns">
        {stages.map((stage) => (
          <Card key={stage} title={t("data:school.teachers", { stage: t(`rules:stage.${stage}`) })} flush>
            <FigureTable
              caption={t("data:school.teachers", { stage: t(`rules:stage.${stage}`) })}
              cells={cells}
              rows={fields.teachers.map((field) => ({
                path: `teachers.${stage}.${field}`,
                label: t(`rules:field.${field}`),
                text: formatExact(school.teachers[stage]?.[field] ?? null),
              }))}
            />
          </Card>
        ))}
        <Card title={t("data:school.facilities")} flush>
          <FigureTable
            caption={t("data:school.facilities")}
            cells={cells}
            rows={fields.facilities.map((field) => ({
              path: `facilities.${field}`,
              label: t(`rules:field.${field}`),
              text: formatExact(school.facilities[field]),
            }))}
          />
        </Card>
      </div>
      {stages.length === 0 ? null : <SchoolSheetsFurther school={school} cells={cells} />}
    </>
  );
};

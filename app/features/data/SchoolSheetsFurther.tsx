import type { School } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { useTranslation } from "react-i18next";
import { formatExact, missing } from "~/components/format";
import { Card } from "~/components/page";
import { anchorOf } from "./anchor";
import { type Cells, type FigureRow, FigureTable } from "./FigureTable";
import { fieldLabel } from "./field-label";

const groups = [
  "conditions",
  "enrolment",
  "specialRooms",
  "reliefSports",
  "staff",
  "unsplitTeachers",
  "money",
  "quality",
  "retention",
  "basic",
  "totals",
] as const satisfies readonly (keyof School)[];

type Fact = number | boolean | string | null;

/** What a school reports beside pupils, teachers and buildings; groups of which nothing is reported are left out. */
export const SchoolSheetsFurther = ({ school, cells }: { readonly school: School; readonly cells: Cells }) => {
  const { t } = useTranslation();
  const written = (value: Fact): string => {
    if (value === null) return missing;
    if (typeof value === "boolean") return t(value ? "data:school.yes" : "data:school.no");
    return typeof value === "number" ? formatExact(value) : t(`facts:grade.${value}`);
  };
  const row = (path: string, value: Fact): FigureRow => ({ path, label: fieldLabel(t, path), text: written(value) });
  const reported = groups
    .map((group) => ({ group, facts: Object.entries<Fact>(school[group]) }))
    .filter(({ facts }) => facts.some(([, value]) => value !== null));
  const parts = (["primary", "junior", "unsplit"] as const).flatMap((part) => {
    const bands = school.classSizes[part];
    return bands === null ? [] : classSizeBands.map((_, band) => row(`classSizes.${part}.${band}`, bands[band] ?? null));
  });
  const tables = [
    ...(parts.length === 0 ? [] : [{ key: "classSizes", title: t("facts:group.classSizes"), rows: parts }]),
    ...reported.map(({ group, facts }) => ({
      key: group,
      title: t(`facts:group.${group}`),
      rows: facts.map(([field, value]) => row(`${group}.${field}`, value)),
    })),
  ];
  return (
    <>
      {school.lineage.length === 0 ? null : (
        <Card title={t("facts:group.lineage")}>
          <ul id={anchorOf("lineage")}>
            {school.lineage.map(({ year, event, fromCode }) => (
              <li key={`${year} ${event} ${fromCode}`}>
                {t("facts:lineage_entry", { year, event: t(`facts:event.${event}`), code: fromCode })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {tables.length === 0 ? (
        <Card title={t("facts:further")}>
          <p className="muted">{t("facts:nothing")}</p>
        </Card>
      ) : (
        <div className="columns">
          {tables.map(({ key, title, rows }) => (
            <Card key={key} title={title} flush>
              <FigureTable caption={title} rows={rows} cells={cells} />
            </Card>
          ))}
        </div>
      )}
    </>
  );
};

import type { School } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { formatCount } from "~/components/format";
import { anchorOf } from "./anchor";

/** Rows that links to a figure lead to. */
const anchors: Readonly<Record<string, string>> = { now: anchorOf("pupils"), classes: anchorOf("classes") };

type Cells = readonly (number | null)[] | null;

/** Pupils by grade over the years, newest first, and this year's classes. Untaught stages stay blank, missing figures read —. */
export const GradeTable = ({ school, year }: { readonly school: School; readonly year: number }) => {
  const { t } = useTranslation();
  const rows: readonly { readonly key: string; readonly label: string; readonly primary: Cells; readonly junior: Cells }[] = [
    { key: "now", label: t("data:school.pupils_of", { year }), primary: school.pupils.primaryByGrade, junior: school.pupils.juniorByGrade },
    ...[...school.history]
      .sort((a, b) => b.year - a.year)
      .map((past) => ({
        key: String(past.year),
        label: t("data:school.pupils_of", { year: past.year }),
        primary: past.primaryByGrade,
        junior: past.juniorByGrade,
      })),
    {
      key: "classes",
      label: t("data:school.classes_of", { year }),
      primary: school.classes.primaryByGrade,
      junior: school.classes.juniorByGrade,
    },
  ];
  const grades = Array.from({ length: 9 }, (_, index) => index + 1);
  const cell = (row: (typeof rows)[number], grade: number): string => {
    const cells = grade <= 6 ? row.primary : row.junior;
    return cells === null ? "" : formatCount(cells[grade <= 6 ? grade - 1 : grade - 7] ?? null);
  };
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={t("data:school.pupils")}>
      <table className="table">
        <caption className="visually-hidden">{t("data:school.pupils")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("data:school.item")}</th>
            {grades.map((grade) => (
              <th key={grade} scope="col" className="num">
                {t("data:school.grade", { grade })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} id={anchors[row.key]}>
              <th scope="row">{row.label}</th>
              {grades.map((grade) => (
                <td key={grade} className="num">
                  {cell(row, grade)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {school.pupils.senior === null ? null : (
        <p className="identity__note muted">{t("data:school.senior", { count: school.pupils.senior })}</p>
      )}
    </div>
  );
};

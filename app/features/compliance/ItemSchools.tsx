import { Link } from "@remix-run/react";
import type { ItemSchool } from "@server/compliance/items-contract";
import { useTranslation } from "react-i18next";
import { formatFigure } from "./figures";

const flags: readonly string[] = ["charter", "informatised"];

/** Schools behind an item with their figures; a name leads to the school where its data may be read. */
export const ItemSchools = ({
  schools,
  caption,
  linked,
}: {
  readonly schools: readonly ItemSchool[];
  readonly caption: string;
  readonly linked: boolean;
}) => {
  const { t } = useTranslation();
  const columns = [...new Set(schools.flatMap(({ figures }) => Object.keys(figures)))];
  const figure = (name: string, value: number | null): string =>
    flags.includes(name) && value !== null ? t(`items:answer.${value === 1 ? "yes" : "no"}`) : formatFigure(name, value);
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table className="table table--plain">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance:matrix.school")}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="num">
                {t(`clauses:figure.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schools.map(({ schoolCode, schoolName, stage, figures }) => (
            <tr key={`${schoolCode}:${stage ?? ""}`}>
              <th scope="row">
                {linked ? <Link to={`/data/schools/${encodeURIComponent(schoolCode)}`}>{schoolName}</Link> : schoolName}
                {stage === null ? null : <span className="caption muted"> {t(`rules:section.${stage}`)}</span>}
              </th>
              {columns.map((name) => (
                <td key={name} className="num">
                  {figure(name, figures[name] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

import { useTranslation } from "react-i18next";

/** Dotted dataset path → cell of the workbook. */
export type Cells = Readonly<Record<string, string>>;

export interface FigureRow {
  readonly path: string;
  readonly label: string;
  readonly text: string;
}

/** Figures of a school, one a row, each with the cell it came from. */
export const FigureTable = ({
  caption,
  rows,
  cells,
}: {
  readonly caption: string;
  readonly rows: readonly FigureRow[];
  readonly cells: Cells;
}) => {
  const { t } = useTranslation();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table className="table table--plain">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("data:school.item")}</th>
            <th scope="col" className="num">
              {t("data:school.value")}
            </th>
            <th scope="col">{t("data:issues.cell")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path} id={row.path}>
              <th scope="row">{row.label}</th>
              <td className="num">{row.text}</td>
              <td className="muted">{cells[row.path] ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

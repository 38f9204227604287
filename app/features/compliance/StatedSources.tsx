import { Link } from "@remix-run/react";
import type { SourcedItemExplanation } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatExact } from "~/components/format";
import { InspectorSection } from "~/components/Inspector";
import { countyCellLink } from "~/features/data/entry/entry-link";
import { inputLabel } from "./input-label";

const Cell = ({ address, link }: { readonly address: string; readonly link: string | null }) =>
  link === null || address === "" ? address : <Link to={link}>{address}</Link>;

/** Imported figures and statements behind an item, a veto or eligibility, the cell of each, and who imported the file when. */
export const StatedSources = ({
  explanation: { inputs, cells, source },
  title,
}: {
  /** The numbered heading of the part. */
  readonly title: string;
  readonly explanation: Pick<SourcedItemExplanation, "inputs" | "cells" | "source">;
}) => {
  const { t } = useTranslation();
  const known = inputs.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const shown = (value: number | boolean | null): string =>
    typeof value === "boolean" ? t(`items:answer.${value ? "yes" : "no"}`) : formatExact(value);
  return (
    <InspectorSection title={title}>
      <details>
        <summary>{t("items:panel.inputs", { count: known.length })}</summary>
        <table className="table table--plain">
          <caption className="visually-hidden">{t("compliance:why.source")}</caption>
          <tbody>
            {known.map(({ schoolCode, schoolName, path, value }) => (
              <tr key={`${schoolCode ?? ""}:${path}`}>
                <th scope="row">
                  {inputLabel(t, schoolCode, path)}
                  {schoolName === null ? null : <span className="caption muted"> {schoolName}</span>}
                </th>
                <td className="num">{shown(value)}</td>
                <td className="caption">
                  <Cell address={cells[`${schoolCode ?? ""}:${path}`] ?? ""} link={schoolCode === null ? countyCellLink(path) : null} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="caption muted">
        {t("compliance:why.imported", { file: source.fileName, who: source.importedBy, when: formatDateTime(source.importedAt) })}
      </p>
    </InspectorSection>
  );
};

import type { SourcedItemExplanation } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatExact } from "~/components/format";
import { InspectorSection } from "~/components/Inspector";
import { inputLabel } from "./input-label";

/** Imported figures and statements behind an item, a veto or eligibility, the cell of each, and who imported the file when. */
export const StatedSources = ({
  explanation: { inputs, cells, source },
}: {
  readonly explanation: Pick<SourcedItemExplanation, "inputs" | "cells" | "source">;
}) => {
  const { t } = useTranslation();
  const known = inputs.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const shown = (value: number | boolean | null): string =>
    typeof value === "boolean" ? t(`items:answer.${value ? "yes" : "no"}`) : formatExact(value);
  return (
    <InspectorSection title={t("compliance:why.source")}>
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
                <td className="caption">{cells[`${schoolCode ?? ""}:${path}`] ?? ""}</td>
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

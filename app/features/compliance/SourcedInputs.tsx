import { Link } from "@remix-run/react";
import type { BasicInput } from "@server/compliance/basic-contract";
import type { SourcedExplanation } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { formatDateTime, formatExact } from "~/components/format";
import { InspectorSection } from "~/components/Inspector";
import { fieldLabel } from "~/features/data/field-label";

/** The imported figures behind a number, the cell of each, and who imported the file when. */
export const SourcedInputs = ({
  inputs,
  cells,
  source,
}: Pick<SourcedExplanation, "cells" | "source"> & { readonly inputs: readonly BasicInput[] }) => {
  const { t } = useTranslation();
  const several = new Set(inputs.map((input) => input.schoolCode)).size > 1;
  return (
    <InspectorSection title={t("compliance:why.source")}>
      <table className="table table--plain">
        <caption className="visually-hidden">{t("compliance:why.source")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance:why.field")}</th>
            <th scope="col" className="num">
              {t("compliance:why.value")}
            </th>
            <th scope="col">{t("compliance:why.cell")}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={`${input.schoolCode}:${input.path}`}>
              <th scope="row">
                {fieldLabel(t, input.path)}
                {several ? <span className="caption muted"> {input.schoolName}</span> : null}
              </th>
              <td className="num">{formatExact(input.value)}</td>
              <td>
                <Link to={`/data/schools/${encodeURIComponent(input.schoolCode)}`}>
                  {cells[`${input.schoolCode}:${input.path}`] ?? t("compliance:why.no_cell")}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption muted">
        {t("compliance:why.imported", { file: source.fileName, who: source.importedBy, when: formatDateTime(source.importedAt) })}
      </p>
    </InspectorSection>
  );
};

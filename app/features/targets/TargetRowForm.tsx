import { Form, useSearchParams } from "@remix-run/react";
import type { Target, TargetRow, TargetTable } from "@server/planning/targets-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { ErrorNotice, type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { withParams } from "~/components/url";
import { isResource, rowName, targetKinds } from "./target-words";

const writtenOf = (row: TargetRow, target: Target | null): string => {
  if (target === null || target.kind === "met") return "";
  if (target.kind === "text") return target.text;
  if (target.kind === "step_down") return String(target.most);
  const amount = target.kind === "share" ? target.share : target.value;
  return String(target.kind === "share" || !isResource(row) ? Number((amount * 100).toFixed(4)) : amount);
};

/** Targets of one row, year by year: the kind, and the figure or the words. */
export const TargetRowForm = ({
  table,
  row,
  error,
}: {
  readonly table: TargetTable;
  readonly row: TargetRow;
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const errorOf = useFieldError(error);
  const cells = table.rows.find((one) => one.row === row)?.cells ?? [];
  const kinds = targetKinds.filter((kind) => kind !== "step_down" || row === "G5");
  const staged = cells.flatMap(({ target }) => (target !== null && "stage" in target ? (target.stage ?? []) : []));
  return (
    <Inspector title={rowName(t, row)} closeTo={withParams(params, { row: null })} returnTo={`row-${row}`}>
      <InspectorSection>
        <Form method="post" className="stack" key={row}>
          <ErrorNotice error={error} />
          <input type="hidden" name="row" value={row} />
          {isResource(row) ? (
            <Select
              name="stage"
              label={t("targets:form.stage")}
              defaultValue={staged[0] ?? ""}
              options={["", "primary", "junior"].map((value) => ({
                value,
                label: value === "" ? t("targets:form.both") : t(`rules:stage.${value}`),
              }))}
            />
          ) : null}
          {cells.map(({ year, target, written }) => (
            <fieldset key={year} className="targets__year">
              <legend>{year}</legend>
              <Select
                name={`kind-${year}`}
                label={t("targets:form.kind")}
                defaultValue={written && target !== null ? target.kind : "promised"}
                options={kinds.map((kind) => ({ value: kind, label: t(`targets:kind.${kind}`) }))}
              />
              <TextField
                name={`written-${year}`}
                label={t("targets:form.written")}
                defaultValue={written ? writtenOf(row, target) : ""}
                error={errorOf(`written-${year}`)}
                maxLength={60}
              />
            </fieldset>
          ))}
          <p className="caption muted">{t(isResource(row) ? "targets:form.hint_resource" : "targets:form.hint_item")}</p>
          <Button type="submit" look="primary">
            {t("targets:form.save")}
          </Button>
        </Form>
      </InspectorSection>
    </Inspector>
  );
};

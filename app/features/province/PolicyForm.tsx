import { Form } from "@remix-run/react";
import { type PolicyKind, policyKinds } from "@server/province/policy-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { ErrorNotice, type ShownError, useFieldError } from "~/components/Notice";
import { NumberField } from "~/components/NumberField";
import { Card } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { TextField } from "~/components/TextField";
import { policyFields } from "./policy-form";

/** One change to try over all published counties. */
export const PolicyForm = ({
  kind,
  statisticsYear,
  error,
}: {
  readonly kind: PolicyKind;
  readonly statisticsYear: number;
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  return (
    <Card title={t("policies:form.title")} note={t("policies:form.note")}>
      <Tabs
        label={t("policies:form.kind")}
        param="kind"
        value={kind}
        items={policyKinds.map((one) => ({ value: one, label: t(`policies:kind.${one}`) }))}
      />
      <Form method="post" className="stack" key={kind}>
        <ErrorNotice error={error} />
        <input type="hidden" name="intent" value="start" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="statisticsYear" value={statisticsYear} />
        <p className="muted policy-about">{t(`policies:about.${kind}`)}</p>
        <div className="row form-line">
          {policyFields(kind, statisticsYear).map(({ name, options, share, value }) =>
            options === undefined ? (
              <NumberField
                key={name}
                name={name}
                label={t(`policies:field.${name}`)}
                unit={share ? "%" : undefined}
                defaultValue={Number(value)}
                error={fieldError(name)}
              />
            ) : (
              <Select
                key={name}
                name={name}
                label={t(`policies:field.${name}`)}
                defaultValue={String(value)}
                options={options.map((option) => ({ value: option, label: t(`policies:option.${option.replaceAll(".", "_")}`) }))}
              />
            ),
          )}
          <NumberField name="horizonYears" label={t("policies:field.horizonYears")} defaultValue={10} min={1} max={10} />
        </div>
        <div className="row form-line">
          <TextField name="name" label={t("policies:field.name")} error={fieldError("name")} required maxLength={80} />
          <Button type="submit" look="primary">
            {t("policies:form.start")}
          </Button>
        </div>
      </Form>
    </Card>
  );
};

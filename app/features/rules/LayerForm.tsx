import { Form } from "@remix-run/react";
import type { RuleValue, ValueInput } from "@server/compliance/layers-contract";
import { certainties } from "@server/compliance/rules-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox, Select } from "~/components/choices";
import { type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";
import type { Typed, TypedDraft } from "./draft-form";
import { unitText, valueText } from "./value-text";

type Complaint = (path: string) => string | null;

/** The editor of a layer: rows of values, vetoes and indicators; every button sends the whole form. */
export const LayerForm = ({
  typed,
  values,
  additions,
  error,
}: {
  readonly typed: TypedDraft;
  readonly values: readonly RuleValue[];
  /** Whether these rules take vetoes and indicators of a layer's own. */
  readonly additions: boolean;
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const complaint = useFieldError(error);
  return (
    <Form method="post" className="stack" noValidate>
      <Card title={t("regulation:edit.values")}>
        <div className="stack">
          {typed.entries.length === 0 ? <p className="muted">{t("regulation:edit.none")}</p> : null}
          {typed.entries.map((entry, at) => (
            <Entry
              key={[at, entry.key].join(":")}
              entry={entry}
              at={at}
              value={values.find(({ key }) => key === entry.key)}
              complaint={complaint}
            />
          ))}
          <div className="row">
            <Select
              inline
              name="addKey"
              label={t("regulation:edit.key")}
              options={values.map(({ key }) => ({ value: key, label: t(`regulation:param.${key}`) }))}
            />
            <Button type="submit" name="intent" value="add">
              {t("regulation:edit.add")}
            </Button>
          </div>
        </div>
      </Card>
      {additions ? <Additions typed={typed} complaint={complaint} /> : null}
      <Card>
        <div className="stack">
          <TextField
            name="note"
            label={t("regulation:edit.note")}
            maxLength={500}
            defaultValue={typed.note}
            error={complaint("note")}
            required
          />
          <div className="row">
            <Button type="submit" name="intent" value="preview">
              {t("regulation:edit.preview")}
            </Button>
            <Button type="submit" name="intent" value="save" look="primary">
              {t("regulation:edit.save")}
            </Button>
          </div>
        </div>
      </Card>
    </Form>
  );
};

/** 地方附加: vetoes and indicators of the layer's own. */
const Additions = ({ typed, complaint }: { readonly typed: TypedDraft; readonly complaint: Complaint }) => {
  const { t } = useTranslation();
  return (
    <>
      <Card title={t("regulation:edit.vetoes")}>
        <div className="stack">
          {typed.vetoes.map((veto, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is the row's name in the form
            <fieldset key={at} className="rules__row">
              <legend className="visually-hidden">{veto.id ?? t("regulation:edit.vetoes")}</legend>
              <Names typed={veto} name={`vetoes.${at}`} path={`extraVetoes.${at}`} complaint={complaint} />
              <Ground typed={veto} name={`vetoes.${at}`} path={`extraVetoes.${at}`} complaint={complaint} />
            </fieldset>
          ))}
          <div className="row">
            <Button type="submit" name="intent" value="veto">
              {t("regulation:edit.add_veto")}
            </Button>
          </div>
        </div>
      </Card>
      <Card title={t("regulation:edit.indicators")}>
        <div className="stack">
          {typed.indicators.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is the row's name in the form
            <Indicator key={at} typed={one} at={at} complaint={complaint} />
          ))}
          <div className="row">
            <Button type="submit" name="intent" value="indicator">
              {t("regulation:edit.add_indicator")}
            </Button>
          </div>
        </div>
      </Card>
    </>
  );
};

const ValueField = ({
  name,
  input,
  text,
  error,
}: {
  readonly name: string;
  readonly input: ValueInput;
  readonly text: string;
  readonly error: string | null;
}) => {
  const { t } = useTranslation();
  const label = t("regulation:edit.value");
  if (input.kind === "choice" || input.kind === "flag") {
    const options = input.kind === "flag" ? ["true", "false"] : input.options;
    return (
      <Select
        name={name}
        label={label}
        defaultValue={text}
        error={error}
        options={options.map((value) => ({ value, label: t(`regulation:value.${value}`) }))}
      />
    );
  }
  return (
    <TextField
      name={name}
      label={label}
      defaultValue={text}
      error={error}
      hint={input.kind === "number" ? undefined : t(`regulation:edit.${input.kind}_hint`)}
      {...(input.kind === "titles" ? { rows: Math.max(4, text.split("\n").length) } : {})}
    />
  );
};

const Entry = ({
  entry,
  at,
  value,
  complaint,
}: {
  readonly entry: Typed;
  readonly at: number;
  readonly value: RuleValue | undefined;
  readonly complaint: Complaint;
}) => {
  const { t } = useTranslation();
  const name = `entries.${at}`;
  const inForce = value?.entries.at(-1)?.value;
  const words = t(`regulation:param.${entry.key ?? ""}`, { defaultValue: entry.key ?? "" });
  return (
    <fieldset className="rules__row">
      <legend>
        <strong>{words}</strong>{" "}
        <span className="caption muted">
          {t("regulation:edit.inforce", { value: valueText(t, inForce), unit: unitText(t, inForce, value?.unit ?? "") })}
        </span>
      </legend>
      <input type="hidden" name={`${name}.key`} value={entry.key ?? ""} />
      <div className="rules__fields">
        <ValueField
          name={`${name}.value`}
          input={value?.input ?? { kind: "text" }}
          text={entry.value ?? ""}
          error={complaint(`${name}.value`) ?? complaint(`${name}.key`)}
        />
        <TextField
          name={`${name}.from`}
          label={t("regulation:edit.first_day")}
          defaultValue={entry.from}
          error={complaint(`${name}.validFrom`)}
        />
        <TextField name={`${name}.to`} label={t("regulation:edit.last_day")} defaultValue={entry.to} error={complaint(`${name}.validTo`)} />
        <Select
          name={`${name}.certainty`}
          label={t("regulation:edit.certainty")}
          defaultValue={entry.certainty}
          options={certainties.map((one) => ({ value: one, label: t(`regulation:certainty.${one}`) }))}
        />
      </div>
      <Ground typed={entry} name={name} path={name} complaint={complaint} />
    </fieldset>
  );
};

interface Row {
  readonly typed: Typed;
  readonly name: string;
  readonly path: string;
  readonly complaint: Complaint;
}

const Ground = ({ typed, name, path, complaint }: Row) => {
  const { t } = useTranslation();
  return (
    <>
      <div className="rules__fields">
        <TextField
          name={`${name}.document`}
          label={t("regulation:edit.document")}
          defaultValue={typed.document}
          error={complaint(`${path}.source.document`)}
        />
        <TextField
          name={`${name}.article`}
          label={t("regulation:edit.article")}
          defaultValue={typed.article}
          error={complaint(`${path}.source.article`)}
        />
      </div>
      <Checkbox name={`${name}.remove`} label={t("regulation:edit.remove")} />
    </>
  );
};

const Names = ({ typed, name, path, complaint }: Row) => {
  const { t } = useTranslation();
  return (
    <div className="rules__fields">
      <TextField
        name={`${name}.id`}
        label={t("regulation:edit.id")}
        hint={t("regulation:edit.id_hint")}
        defaultValue={typed.id}
        error={complaint(`${path}.id`)}
      />
      <TextField
        name={`${name}.zh`}
        label={t("regulation:edit.title_zh")}
        defaultValue={typed.zh}
        error={complaint(`${path}.title.zh-CN`)}
      />
      <TextField name={`${name}.en`} label={t("regulation:edit.title_en")} defaultValue={typed.en} error={complaint(`${path}.title.en`)} />
    </div>
  );
};

const Indicator = ({ typed, at, complaint }: { readonly typed: Typed; readonly at: number; readonly complaint: Complaint }) => {
  const { t } = useTranslation();
  const [name, path] = [`indicators.${at}`, `extraIndicators.${at}`];
  const terms = complaint(`${path}.terms`) ?? complaint(`${path}.terms.0.path`);
  return (
    <fieldset className="rules__row">
      <legend className="visually-hidden">{typed.id ?? t("regulation:edit.indicators")}</legend>
      <Names typed={typed} name={name} path={path} complaint={complaint} />
      <TextField
        name={`${name}.path`}
        label={t("regulation:edit.path")}
        hint={t("regulation:edit.path_hint")}
        defaultValue={typed.path}
        error={terms}
      />
      <div className="rules__fields">
        <Select
          name={`${name}.per`}
          label={t("regulation:edit.per")}
          defaultValue={typed.per}
          options={(["pupil", "hundred_pupils", "class"] as const).map((value) => ({ value, label: t(`regulation:edit.per_${value}`) }))}
        />
        <Select
          name={`${name}.bound`}
          label={t("regulation:edit.bound")}
          defaultValue={typed.bound}
          options={(["at_least", "at_most"] as const).map((value) => ({ value, label: t(`regulation:edit.${value}`) }))}
        />
        <TextField name={`${name}.primary`} label={t("regulation:edit.primary")} defaultValue={typed.primary} />
        <TextField name={`${name}.junior`} label={t("regulation:edit.junior")} defaultValue={typed.junior} />
      </div>
      <Ground typed={typed} name={name} path={path} complaint={complaint} />
    </fieldset>
  );
};

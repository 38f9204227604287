import { Form } from "@remix-run/react";
import { assumedInputs, type DefaultSource, type UncertaintySettings } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox, Select } from "~/components/choices";
import { FigureFields } from "~/components/FigureFields";
import { type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";
import { sourceText } from "~/features/planning/source-text";
import { isAdded } from "./uncertainty-form";

const sides = ["low", "likely", "high"] as const;

/** How many futures, by which seed, and how far each input may turn out otherwise. */
export const UncertaintyForm = ({
  settings,
  sources,
  years,
  error,
  busy,
}: {
  readonly settings: UncertaintySettings;
  /** Where the starting ranges come from. */
  readonly sources: readonly DefaultSource[];
  readonly years: readonly number[];
  readonly error: ShownError | null;
  readonly busy: boolean;
}) => {
  const { t } = useTranslation();
  const errorOf = useFieldError(error);
  return (
    <Card title={t("answers:uncertainty.ask")}>
      <Form method="post" className="ask" aria-label={t("answers:uncertainty.ask")} preventScrollReset>
        <FigureFields
          texts={{ labelOf: (name) => t(`answers:uncertainty.field.${name}`), hintOf: () => undefined, errorOf }}
          fields={[
            { name: "draws", value: settings.draws, min: 1, max: 100_000, step: 100 },
            { name: "seed", value: settings.seed, min: 0, max: 4_294_967_295 },
          ]}
        />
        <Select
          name="targetYear"
          label={t("answers:uncertainty.field.targetYear")}
          defaultValue={String(settings.targetYear ?? years.at(-1))}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          error={errorOf("targetYear")}
        />
        <Button type="submit" look="primary" disabled={busy}>
          {t("answers:ask")}
        </Button>
        <details className="stack" style={{ width: "100%" }} open={error !== null}>
          <summary>{t("answers:uncertainty.ranges")}</summary>
          <Checkbox name="leverRanges" label={t("answers:uncertainty.field.leverRanges")} defaultChecked={settings.leverRanges} />
          <FigureFields
            texts={{
              labelOf: (name) => t(`answers:uncertainty.field.${name}`),
              hintOf: (path) => [t("answers:uncertainty.hint.countyShare"), sourceText(t, sources, path)].filter(Boolean).join(" · "),
              errorOf,
            }}
            fields={[{ name: "countyShare", value: settings.countyShare, share: true, step: 5 }]}
          />
          {assumedInputs.map((input) => (
            <fieldset key={input} className="ask">
              <legend>{t(`answers:input.${input}`)}</legend>
              <span className="row">
                <FigureFields
                  texts={{ labelOf: (name) => t(`answers:uncertainty.side.${name.split(".")[1] ?? ""}`), hintOf: () => undefined, errorOf }}
                  fields={sides.map((side) => ({
                    name: `${input}.${side}`,
                    value: settings[input][side],
                    ...(isAdded(input) ? { share: true, min: -20, max: 20, step: 0.5 } : { min: 0, max: 5, step: 0.01 }),
                  }))}
                />
              </span>
              <p className="caption muted">{sourceText(t, sources, input)}</p>
            </fieldset>
          ))}
        </details>
      </Form>
    </Card>
  );
};

import { type PlanRequest, planKinds } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { FigureFields } from "~/components/FigureFields";
import { TextField } from "~/components/TextField";
import { fieldLabel } from "~/features/planning/lever-field";
import { figureField, planFigures } from "./plan-figures";

type ErrorOf = (path: string) => string | null;

/** Ground school by school, and what new buildings take of it. */
export const PlanLand = ({ land, errorOf }: { readonly land: PlanRequest["land"]; readonly errorOf: ErrorOf }) => {
  const { t } = useTranslation();
  const unit = t("planning:unit.m2");
  return (
    <span className="ask">
      <FigureFields
        texts={{
          labelOf: (name) => t(`answers:plan.field.${name}`),
          hintOf: (name) => (name === "perSchoolM2" ? t("answers:plan.hint.perSchoolM2") : undefined),
          errorOf: (path) => errorOf(path) ?? errorOf(`land.${path}`),
        }}
        fields={[
          { name: "perSchoolM2", value: land.perSchoolM2, min: 0, step: 100, unit },
          { name: "perTeachingM2", value: land.perTeachingM2, min: 0, max: 1, step: 0.05, unit },
        ]}
      />
      <TextField
        name="bySchool"
        label={t("answers:plan.field.bySchool")}
        hint={t("answers:plan.hint.bySchool")}
        rows={2}
        defaultValue={land.bySchool.map(({ schoolCode, areaM2 }) => `${schoolCode} ${areaM2}`).join("\n")}
        error={errorOf("bySchool")}
      />
    </span>
  );
};

/** Lead times and unit costs that differ from the measures' own defaults. */
export const PlanFigures = ({ figures, errorOf }: { readonly figures: PlanRequest["figures"]; readonly errorOf: ErrorOf }) => {
  const { t } = useTranslation();
  const given = (kind: (typeof planKinds)[number], name: string): number | null =>
    Object.entries(figures[kind] ?? {}).find(([own]) => own === name)?.[1] ?? null;
  return (
    <details>
      <summary>{t("answers:plan.figures")}</summary>
      <p className="muted">{t("answers:plan.figures_note")}</p>
      <div className="ask__figures">
        {planKinds.map((kind) => (
          <fieldset key={kind}>
            <legend>{t(`planning:lever.${kind}`)}</legend>
            <span className="ask">
              <FigureFields
                texts={{
                  labelOf: (field) => fieldLabel(t, kind, field.slice(figureField(kind, "").length)),
                  hintOf: () => undefined,
                  errorOf: (path) => errorOf(path) ?? errorOf(path.replace(/^figure\./, "figures.")),
                }}
                fields={planFigures[kind].map(({ name, unit }) => ({
                  name: figureField(kind, name),
                  value: given(kind, name),
                  ...(unit === "percent"
                    ? { share: true }
                    : { min: 0, unit: t(`planning:unit.${unit}`), ...(unit === "years" ? {} : { step: 0.1 }) }),
                }))}
              />
            </span>
          </fieldset>
        ))}
      </div>
    </details>
  );
};

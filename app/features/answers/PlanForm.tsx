import { Form } from "@remix-run/react";
import { type PlanRequest, planClauses, planKinds } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox, Select } from "~/components/choices";
import { FigureFields } from "~/components/FigureFields";
import { type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";
import { PlanFigures, PlanLand } from "./PlanFigures";
import { milestoneField, planWants } from "./plan-form";

/** Target year, limits, measures that may be used, further questions. */
export const PlanForm = ({
  request,
  years,
  error,
  busy,
}: {
  readonly request: PlanRequest;
  readonly years: readonly number[];
  readonly error: ShownError | null;
  readonly busy: boolean;
}) => {
  const { t } = useTranslation();
  const errorOf = useFieldError(error);
  const wan = { min: 0, step: 100, unit: t("planning:unit.wan") };
  return (
    <Card title={t("answers:plan.ask")}>
      <Form method="post" className="ask" aria-label={t("answers:plan.ask")} preventScrollReset>
        <input type="hidden" name="intent" value="ask" />
        <Select
          name="targetYear"
          label={t("answers:plan.field.targetYear")}
          defaultValue={String(request.targetYear)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
          error={errorOf("targetYear")}
        />
        <FigureFields
          texts={{
            labelOf: (name) => t(`answers:plan.field.${name}`),
            hintOf: (name) => t(`answers:plan.hint.${name}`),
            errorOf: (path) => errorOf(path) ?? errorOf(`land.${path}`),
          }}
          fields={[
            { name: "annualBudgetWan", value: request.annualBudgetWan, ...wan },
            { name: "totalBudgetWan", value: request.totalBudgetWan, ...wan },
          ]}
        />
        <Checkbox name="lasting" label={t("answers:plan.field.lasting")} defaultChecked={request.lasting} />
        <Button type="submit" look="primary" disabled={busy}>
          {t("answers:ask")}
        </Button>
        <details className="stack" style={{ width: "100%" }} open={error !== null}>
          <summary>{t("answers:plan.limits")}</summary>
          <span className="ask">
            <FigureFields
              texts={{
                labelOf: (name) => t(`answers:plan.field.${name}`),
                hintOf: (name) => t(`answers:plan.hint.${name}`),
                errorOf: (path) => errorOf(path) ?? errorOf(`land.${path}`),
              }}
              fields={[
                { name: "countyM2", value: request.land.countyM2, min: 0, step: 100, unit: t("planning:unit.m2") },
                { name: "hiresPerYear", value: request.hiresPerYear, min: 0, unit: t("planning:unit.persons") },
                { name: "rotationShare", value: request.rotationShare, share: true, step: 1 },
              ]}
            />
            <FigureFields
              texts={{
                labelOf: (name) => t(`answers:plan.field.${name}`),
                hintOf: (name) => (name === "effort" ? t("answers:plan.hint.effort") : undefined),
                errorOf,
              }}
              fields={[
                { name: "gap", value: request.gap, share: true, max: 50, step: 0.5 },
                { name: "effort", value: request.effort, min: 1, max: 3600, step: 10 },
              ]}
            />
            <TextField
              name="mergers"
              label={t("answers:plan.field.mergers")}
              hint={t("answers:plan.hint.mergers")}
              rows={2}
              defaultValue={request.mergers.map(({ schoolCode, toCode }) => `${schoolCode} ${toCode}`).join("\n")}
              error={errorOf("mergers")}
            />
          </span>
          <PlanLand land={request.land} errorOf={errorOf} />
          <fieldset>
            <legend>{t("answers:plan.milestones")}</legend>
            <p className="muted">{t("answers:plan.milestones_note")}</p>
            <span className="ask">
              <FigureFields
                texts={{ labelOf: (name) => name.slice(milestoneField("").length), hintOf: () => undefined, errorOf }}
                fields={years.slice(0, -1).map((year) => ({
                  name: milestoneField(year),
                  value: request.milestones?.find((own) => own.year === year)?.share ?? null,
                  share: true,
                  step: 5,
                }))}
              />
            </span>
          </fieldset>
          <fieldset>
            <legend>{t("answers:plan.clauses")}</legend>
            <p className="muted">{t("answers:plan.clauses_note")}</p>
            <span className="ask__kinds">
              {planClauses.map((clause) => (
                <Checkbox
                  key={clause}
                  name={`clause.${clause}`}
                  label={`${clause} ${t(`clauses:${clause}.name`)}`}
                  defaultChecked={request.clauses.includes(clause)}
                />
              ))}
            </span>
          </fieldset>
          <fieldset>
            <legend>{t("answers:plan.tools")}</legend>
            <span className="ask__kinds">
              {planKinds.map((kind) => (
                <Checkbox
                  key={kind}
                  name={`kind.${kind}`}
                  label={t(`planning:lever.${kind}`)}
                  defaultChecked={request.kinds.includes(kind)}
                />
              ))}
            </span>
          </fieldset>
          <PlanFigures figures={request.figures} errorOf={errorOf} />
          <fieldset>
            <legend>{t("answers:plan.more")}</legend>
            <span className="ask__kinds">
              {planWants.map((want) => (
                <Checkbox key={want} name={`ask.${want}`} label={t(`answers:plan.want.${want}`)} defaultChecked={request.ask[want]} />
              ))}
            </span>
          </fieldset>
        </details>
      </Form>
    </Card>
  );
};

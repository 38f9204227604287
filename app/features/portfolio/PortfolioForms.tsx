import { Form } from "@remix-run/react";
import type { PortfolioView } from "@server/province/portfolio-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox, Select } from "~/components/choices";
import { ErrorNotice, type ShownError, useFieldError } from "~/components/Notice";
import { NumberField } from "~/components/NumberField";
import { Card } from "~/components/page";
import { methods } from "./portfolio-query";

const usual = { horizonYears: 7, budgetWan: 5000, sharePercent: 100 } as const;

/** Asks for the frontier of every published county. */
export const FrontierForm = ({
  portfolio,
  error,
}: {
  readonly portfolio: PortfolioView;
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  const asked = portfolio.frontier?.request;
  return (
    <Card title={t("portfolio:frontier.form")} note={t("portfolio:frontier.form_note")}>
      <Form method="post" className="row form-line">
        <input type="hidden" name="intent" value="frontier" />
        <input type="hidden" name="statisticsYear" value={portfolio.statisticsYear} />
        <NumberField
          name="horizonYears"
          label={t("portfolio:frontier.horizon")}
          defaultValue={asked?.horizonYears ?? usual.horizonYears}
          min={3}
          max={10}
          error={fieldError("horizonYears")}
        />
        <Select
          name="effort"
          label={t("portfolio:frontier.method")}
          options={methods.map((value) => ({ value, label: t(`portfolio:frontier.effort_${value}`) }))}
          defaultValue={String(asked?.effort ?? methods[0])}
        />
        <Button type="submit" look={portfolio.frontier === null ? "primary" : "normal"}>
          {t("portfolio:frontier.start")}
        </Button>
      </Form>
    </Card>
  );
};

/** One grant a year, to be shared among the counties. */
export const GrantForm = ({
  runId,
  asked,
  error,
}: {
  readonly runId: string;
  readonly asked: NonNullable<PortfolioView["allocation"]>["request"] | null;
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  return (
    <Card title={t("portfolio:grant.form")} note={t("portfolio:grant.form_note")}>
      <Form method="post" className="row form-line">
        <ErrorNotice error={error} />
        <input type="hidden" name="intent" value="allocate" />
        <input type="hidden" name="frontier" value={runId} />
        <NumberField
          name="annualBudgetWan"
          label={t("portfolio:grant.budget")}
          defaultValue={asked?.annualBudgetWan ?? usual.budgetWan}
          min={0}
          error={fieldError("annualBudgetWan")}
        />
        <NumberField
          name="provinceShare"
          label={t("portfolio:grant.share")}
          unit="%"
          defaultValue={asked === null ? usual.sharePercent : Number((asked.provinceShare * 100).toFixed(4))}
          min={1}
          max={100}
          error={fieldError("provinceShare")}
        />
        <div className="nowrap">
          <Checkbox name="carryOver" label={t("portfolio:grant.carry")} defaultChecked={asked?.carryOver ?? true} />
        </div>
        <Button type="submit" look="primary">
          {t("portfolio:grant.start")}
        </Button>
      </Form>
    </Card>
  );
};

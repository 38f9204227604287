import { Form } from "@remix-run/react";
import type { AttributionSettings } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { FigureFields } from "~/components/FigureFields";
import { type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";

/** How the levers are taken apart; with few levers there is nothing to choose. */
export const AttributionForm = ({
  settings,
  error,
  busy,
}: {
  readonly settings: AttributionSettings;
  readonly error: ShownError | null;
  readonly busy: boolean;
}) => {
  const { t } = useTranslation();
  const errorOf = useFieldError(error);
  return (
    <Card title={t("answers:attribution.ask")} note={t("answers:attribution.ask_note")}>
      <Form method="post" className="ask" aria-label={t("answers:attribution.ask")} preventScrollReset>
        <FigureFields
          texts={{
            labelOf: (name) => t(`answers:attribution.field.${name}`),
            hintOf: (name) => (name === "passDraws" ? t("answers:attribution.hint.passDraws") : undefined),
            errorOf,
          }}
          fields={[
            { name: "exactUpTo", value: settings.exactUpTo, min: 0, max: 12 },
            { name: "permutationPairs", value: settings.permutationPairs, min: 8, max: 2000, step: 8 },
            { name: "seed", value: settings.seed, min: 0, max: 4_294_967_295 },
            { name: "passDraws", value: settings.passDraws, min: 20, max: 2000, step: 20 },
          ]}
        />
        <Button type="submit" look="primary" disabled={busy}>
          {t("answers:ask")}
        </Button>
      </Form>
    </Card>
  );
};

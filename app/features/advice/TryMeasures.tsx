import type { SuggestionTarget } from "@server/planning/contract";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { InspectorSection } from "~/components/Inspector";
import { useCan } from "~/features/shell/use-session";
import { yearsAhead } from "./years-ahead";

const Measures = lazy(async () => ({ default: (await import("./Measures")).Measures }));

/** 放入试算: beside the reason for a failure, its three cheapest measures, each opened as a trial by one click. */
export const TryMeasures = ({
  datasetId,
  statisticsYear,
  target,
}: {
  readonly datasetId: string;
  readonly statisticsYear: number;
  readonly target: SuggestionTarget;
}) => {
  const { t } = useTranslation();
  const may = useCan("scenario.write");
  const [scripted, setScripted] = useState(false);
  const [asked, setAsked] = useState<SuggestionTarget | null>(null);
  useEffect(() => setScripted(true), []);
  if (!may || !scripted) return null;
  return (
    <div className="no-print">
      <InspectorSection title={t("overview:advice.try")}>
        {asked === null ? (
          <Button size="small" onClick={() => setAsked(target)}>
            {t("overview:advice.find")}
          </Button>
        ) : (
          <Suspense fallback={null}>
            <Measures question={{ datasetId, year: statisticsYear + yearsAhead, target: asked }} most={3} />
          </Suspense>
        )}
      </InspectorSection>
    </div>
  );
};

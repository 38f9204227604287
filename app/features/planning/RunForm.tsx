import { Form } from "@remix-run/react";
import type { RunView } from "@server/jobs/contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { useFocusHandedOn } from "~/components/use-focus-handed-on";
import { writtenFigure } from "./figure-text";

/** Where a run stands, in words: those of its computing when it says any. */
export const runWords = (t: TFunction, run: RunView): string => {
  if (run.cancelRequested) return t("runs:cancelling");
  if (run.step !== "computing" || run.words === null) return t(`runs:step.${run.step}`);
  const figures = Object.entries(run.words.params).map(([name, value]): [string, string] => [name, writtenFigure(name, value)]);
  return t(`runs:progress.${run.words.key}`, Object.fromEntries(figures));
};

/** Cancel or retry, posted to the page of runs, which comes back here. */
export const RunForm = ({
  run,
  intent,
  label,
  back,
}: {
  readonly run: RunView;
  readonly intent: "cancel" | "retry";
  readonly label: string;
  readonly back?: string | undefined;
}) => {
  const { t } = useTranslation();
  const handedOn = useFocusHandedOn();
  return (
    <Form ref={handedOn} method="post" action="/planning/runs" className="row">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="run" value={run.id} />
      <input
        type="hidden"
        name="back"
        value={back ?? (run.scenarioId === null ? "/planning/runs" : `/planning/scenarios/${run.scenarioId}`)}
      />
      <Button type="submit" size="small" aria-label={t("runs:act_on", { act: label, subject: run.subject })}>
        {label}
      </Button>
    </Form>
  );
};

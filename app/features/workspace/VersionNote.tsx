import type { ScenarioDocument } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import type { ResultView } from "~/features/planning/result-view";
import type { Simulation } from "./use-simulation";

/** Whether what the browser computes is what the server would: other engines or rules are named, never passed over. */
export const VersionNote = ({
  simulation: { versions },
  stored,
}: {
  readonly simulation: Simulation;
  readonly stored: ResultView | null;
  readonly document: ScenarioDocument;
}) => {
  const { t } = useTranslation();
  if (versions === null) return null;
  const { browser, server } = versions;
  if (browser.planning !== server.planning || browser.compliance !== server.compliance)
    return (
      <span className="caption tone-near">
        {t("workspace:versions.engines_differ", { browser: browser.planning, server: server.planning })}
      </span>
    );
  if (stored !== null && `${stored.receipt.ruleSet.id} ${stored.receipt.ruleSet.version}` !== browser.rules)
    return <span className="caption tone-near">{t("workspace:versions.rules_differ", { rules: browser.rules })}</span>;
  if (stored !== null && stored.receipt.planningEngine !== browser.planning)
    return <span className="caption tone-near">{t("workspace:versions.result_older", { version: stored.receipt.planningEngine })}</span>;
  return <span className="caption muted">{t("workspace:versions.here")}</span>;
};

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { leverTitle, useSchoolName } from "~/features/planning/lever-text";
import type { ScenarioData } from "~/features/planning/load-scenario";
import { ResultHead } from "~/features/planning/ResultHead";

/** The workspace before its script has arrived, and without any: what is stored, and the way to the forms. */
export const WorkspaceReading = ({ data }: { readonly data: ScenarioData }) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(data.schools);
  return (
    <div className="stack">
      <noscript>
        <Notice tone="info">
          {t("workspace:no_script")} <Link to={`/planning/scenarios/${data.scenario.id}`}>{t("workspace:tab.result")}</Link>
        </Notice>
      </noscript>
      {data.result === null ? null : <ResultHead scenarioId={data.scenario.id} result={data.result} />}
      <Card title={t("planning:levers.title")} note={t("planning:levers.count", { count: data.scenario.document.levers.length })}>
        <ul className="plain">
          {data.scenario.document.levers.map((lever) => {
            const { title, detail } = leverTitle(t, lever, data.outlines, schoolName);
            return (
              <li key={lever.id} className="ws-reading">
                <strong>{title}</strong> {detail}
              </li>
            );
          })}
        </ul>
      </Card>
    </div>
  );
};

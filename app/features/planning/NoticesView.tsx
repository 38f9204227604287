import type { ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { useSchoolName } from "./lever-text";
import { summaryText, writtenParams } from "./outline-text";
import type { ResultView } from "./result-view";

/** What the planner must know of an answer: limits that bound, inputs that were missing, assumptions that stepped in. Equal notices of several years share a line. */
export const NoticesView = ({ result, schools }: { readonly result: ResultView; readonly schools: readonly ScenarioSchool[] }) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(schools);
  const levers = new Map(result.levers.map((lever) => [lever.id, summaryText(t, lever, schoolName)]));
  return (
    <Card title={t("notices:title")} note={t("notices:note", { count: result.notices.length })}>
      {result.notices.length === 0 ? (
        <p className="muted">{t("notices:none")}</p>
      ) : (
        <ul className="notices">
          {result.notices.map((notice) => (
            <li key={`${notice.key}:${notice.leverId}:${notice.year}:${JSON.stringify(notice.params)}`}>
              {notice.year === null ? "" : <strong>{notice.year} </strong>}
              {t(`notices:of.${notice.key}`, writtenParams(t, notice.params, schoolName))}
              {notice.leverId === null ? null : <span className="caption muted"> {levers.get(notice.leverId) ?? ""}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

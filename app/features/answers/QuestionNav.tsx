import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

const questionPages = ["result", "targets", "uncertainty", "attribution", "plan"] as const;
export type QuestionPageName = (typeof questionPages)[number];

/** Address of a page about a scenario. */
export const questionPath = (scenarioId: string, page: QuestionPageName): string =>
  page === "result" ? `/planning/scenarios/${scenarioId}?tab=result` : `/planning/scenarios/${scenarioId}/${page}`;

/** The pages about one scenario: its result and the further questions. */
export const QuestionNav = ({ scenarioId, page }: { readonly scenarioId: string; readonly page: QuestionPageName }) => {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t("answers:nav.label")}>
      {questionPages.map((one) => (
        <Link
          key={one}
          to={questionPath(scenarioId, one)}
          className={one === page ? "tabs__item tabs__item--on" : "tabs__item"}
          aria-current={one === page ? "page" : undefined}
        >
          {t(`answers:nav.${one}`)}
        </Link>
      ))}
    </nav>
  );
};

import type { Whole } from "@server/compliance/whole-contract";
import type { PublicationHead } from "@server/province/contract";
import type { DatasetHead } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "~/components/ConfirmButton";
import { Card } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import { NoData } from "~/features/compliance/NoData";
import { useCan } from "~/features/shell/use-session";
import { shortOf } from "./short-of";

/** What would be published now, and the button for those who sign. */
export const Publish = ({
  newest,
  standing,
}: {
  readonly newest: {
    readonly dataset: DatasetHead;
    readonly whole: Whole;
  } | null;
  readonly standing: PublicationHead | null;
}) => {
  const { t } = useTranslation();
  const may = useCan("publication.write");
  if (newest === null) return <NoData />;
  const { dataset, whole } = newest;
  const current = standing !== null && standing.datasetHash === dataset.contentHash && standing.statisticsYear === dataset.statisticsYear;
  return (
    <Card title={t("province:publication.newest")}>
      <div className="stack">
        <div className="row">
          <VerdictChip kind={whole.verdict} text={shortOf(t, whole)} />
          <span>
            {t("province:publication.dataset", { year: dataset.statisticsYear, version: dataset.version, schools: dataset.schoolCount })}
          </span>
          {whole.open > 0 ? <span className="muted">{t("province:publication.not_evaluable", { count: whole.open })}</span> : null}
        </div>
        <p className="muted">{t("province:publication.scope")}</p>
        {current ? <p>{t("province:publication.up_to_date", { version: standing.version })}</p> : null}
        {may && !current ? (
          <div>
            <ConfirmButton
              label={t("province:publication.publish")}
              title={t("province:publication.publish_title", { year: dataset.statisticsYear, version: dataset.version })}
              confirm={t("province:publication.publish")}
              fields={{ intent: "publish" }}
              look="primary"
            >
              {t("province:publication.publish_effect", { schools: dataset.schoolCount })}
            </ConfirmButton>
          </div>
        ) : null}
        {may ? null : <p className="muted">{t("province:publication.approver_only")}</p>}
      </div>
    </Card>
  );
};

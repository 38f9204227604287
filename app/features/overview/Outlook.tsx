import { Link } from "@remix-run/react";
import type { Outlook } from "@server/planning/outlook-contract";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { YearStrip } from "~/components/YearStrip";

/** 不采取措施的走势: each year to come with its verdict, and in words when the county will pass. */
export const OutlookCard = ({ outlook: { years, firstYear, lasts } }: { readonly outlook: Outlook }) => {
  const { t } = useTranslation();
  const last = years.at(-1);
  if (last === undefined) return null;
  const words =
    firstYear === null
      ? t("overview:outlook.never", { year: last.year })
      : t(lasts ? "overview:outlook.passes" : "overview:outlook.lost", { year: firstYear });
  return (
    <Card
      title={t("overview:outlook.title")}
      note={t("overview:outlook.note")}
      actions={<Link to="/planning/scenarios">{t("overview:outlook.open")}</Link>}
    >
      <YearStrip
        caption={t("overview:outlook.title")}
        years={years.map(({ year }) => year)}
        baseYear={years[0]?.year ?? null}
        param={null}
        rows={[
          {
            key: "baseline",
            label: t("overview:outlook.baseline"),
            cells: years.map(({ verdict, failing }) => ({
              kind: verdict,
              text: failing > 0 ? t("overview:outlook.short", { count: failing }) : undefined,
            })),
          },
        ]}
      />
      <p>{words}</p>
      <p className="caption muted">{t("overview:outlook.assumed")}</p>
    </Card>
  );
};

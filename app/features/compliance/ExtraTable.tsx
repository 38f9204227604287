import { useTranslation } from "react-i18next";
import { TableFrame } from "~/components/TableFrame";
import { VerdictChip } from "~/components/VerdictChip";
import { useSession } from "~/features/shell/use-session";
import type { VetoesPageData } from "./vetoes-page-data";

/** 地方附加指标: what layers ask of every school, and which schools fail. */
export const ExtraTable = ({ extras }: { readonly extras: VetoesPageData["extras"] }) => {
  const { t } = useTranslation();
  const { locale } = useSession();
  return (
    <TableFrame caption={t("items:extras.caption")} look="items">
      <thead>
        <tr>
          <th scope="col">{t("items:table.item")}</th>
          <th scope="col">{t("items:table.verdict")}</th>
          <th scope="col">{t("items:extras.schools")}</th>
        </tr>
      </thead>
      <tbody>
        {extras.map((extra) => (
          <tr key={extra.id}>
            <th scope="row" className="items__name">
              <span className="items__code">{extra.id}</span> {extra.title[locale]}
            </th>
            <td>
              <VerdictChip kind={extra.verdict} plain />
            </td>
            <td className="caption">
              {extra.failingCount === 0 ? null : (
                <div>
                  {t("items:table.failing", {
                    count: extra.failingCount,
                    schools: extra.failing.map(({ schoolName }) => schoolName).join(t("compliance:gaps.separator")),
                  })}
                </div>
              )}
              {extra.openCount === 0 ? null : <div className="muted">{t("items:table.open", { count: extra.openCount })}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
};

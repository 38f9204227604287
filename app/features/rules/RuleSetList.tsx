import { Link } from "@remix-run/react";
import type { RuleChoice, RuleSetHead } from "@server/compliance/layers-contract";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "~/components/ConfirmButton";
import { formatDateTime } from "~/components/format";
import { Card } from "~/components/page";
import { Tag } from "~/components/VerdictChip";
import { useCan, useSession } from "~/features/shell/use-session";

/** Rule sets, the one that judges, and for a province's administrator the choice. */
export const RuleSetList = ({ ruleSets, choice }: { readonly ruleSets: readonly RuleSetHead[]; readonly choice: RuleChoice | null }) => {
  const { t } = useTranslation();
  const { locale, actor } = useSession();
  const canChoose = useCan("rules.manage") && actor.orgKind === "province";
  const titleOf = (id: string): string => ruleSets.find((one) => one.id === id)?.title[locale] ?? id;
  return (
    <Card
      title={t("regulation:title")}
      note={
        choice === null
          ? t("regulation:list.by_default")
          : t("regulation:list.by", {
              set: titleOf(choice.ruleSetId),
              who: choice.chosenBy,
              when: formatDateTime(choice.chosenAt),
              note: choice.note,
            })
      }
      flush
    >
      <div className="table-box" tabIndex={0} role="region" aria-label={t("regulation:title")}>
        <table className="table">
          <caption className="visually-hidden">{t("regulation:title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("regulation:list.set")}</th>
              <th scope="col">{t("regulation:list.version")}</th>
              <th scope="col">{t("regulation:list.use")}</th>
            </tr>
          </thead>
          <tbody>
            {ruleSets.map((one) => (
              <tr key={one.id}>
                <th scope="row" className="items__name">
                  <Link to={`/rules/${one.id}`}>{one.title[locale]}</Link>
                </th>
                <td>{one.version}</td>
                <td>
                  <div className="row">
                    {one.chosen ? <Tag tone="accent">{t("regulation:list.chosen")}</Tag> : t("regulation:list.other")}
                    {canChoose && !one.chosen ? (
                      <ConfirmButton
                        label={t("regulation:list.choose")}
                        title={t("regulation:list.choose_title")}
                        confirm={t("regulation:list.choose")}
                        size="small"
                        accessibleName={t("regulation:list.choose_of", { set: one.title[locale] })}
                        fields={{ ruleSetId: one.id, note: t("regulation:list.choice_note") }}
                      >
                        {t("regulation:list.choose_effect", { set: one.title[locale] })}
                      </ConfirmButton>
                    ) : null}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};

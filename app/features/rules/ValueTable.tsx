import { Link } from "@remix-run/react";
import type { RuleValue } from "@server/compliance/layers-contract";
import { useTranslation } from "react-i18next";
import { Tag } from "~/components/VerdictChip";
import { groundText, unitText, validText, valueText } from "./value-text";

/** Every value of a rule set with unit, ground, validity, certainty and the layer that it comes from. */
export const ValueTable = ({ values, editPath }: { readonly values: readonly RuleValue[]; readonly editPath: string | null }) => {
  const { t } = useTranslation();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={t("regulation:view.caption")}>
      <table className="table rules">
        <caption className="visually-hidden">{t("regulation:view.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("regulation:view.item")}</th>
            <th scope="col">{t("regulation:view.value")}</th>
            <th scope="col">{t("regulation:view.valid")}</th>
            <th scope="col">{t("regulation:view.source")}</th>
            <th scope="col">{t("regulation:view.certainty")}</th>
            <th scope="col">{t("regulation:view.origin")}</th>
          </tr>
        </thead>
        {values.map(({ key, unit, entries }) => (
          <tbody key={key}>
            {entries.map((entry, index) => (
              <tr key={`${entry.validFrom}:${entry.origin}`}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={entries.length} className="items__name">
                    {t(`regulation:param.${key}`)}
                    <div className="caption muted">
                      {key}
                      {editPath === null ? null : (
                        <>
                          {" · "}
                          <Link
                            to={`${editPath}?add=${encodeURIComponent(key)}`}
                            aria-label={t("regulation:view.set_of", { item: t(`regulation:param.${key}`) })}
                          >
                            {t("regulation:view.set")}
                          </Link>
                        </>
                      )}
                    </div>
                  </th>
                ) : null}
                <td className="wrap">
                  <strong>{valueText(t, entry.value)}</strong> <span className="muted">{unitText(t, entry.value, unit)}</span>
                </td>
                <td className="nowrap">{validText(t, entry)}</td>
                <td className="wrap">{groundText(t, entry.source)}</td>
                <td className="nowrap">{t(`regulation:certainty.${entry.certainty}`)}</td>
                <td>
                  {entry.origin === "national" ? (
                    t("regulation:origin.national")
                  ) : (
                    <Tag tone="accent">{t(`regulation:origin.${entry.origin}`)}</Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};

import type { DraftPreview } from "@server/compliance/layers-contract";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { validText, valueText } from "./value-text";

/** What saving would change of the rules in force. */
export const Preview = ({ preview: { changes, added, removed, version } }: { readonly preview: DraftPreview }) => {
  const { t } = useTranslation();
  const series = (entries: DraftPreview["changes"][number]["before"]) =>
    entries.map((entry) => (
      <div key={entry.validFrom}>
        <strong>{valueText(t, entry.value)}</strong> <span className="caption muted">{validText(t, entry)}</span>
      </div>
    ));
  const ids = (list: readonly string[]): string => list.join(t("regulation:value.separator"));
  return (
    <Card title={t("regulation:edit.changes")} note={t("regulation:edit.version", { version })}>
      {changes.length === 0 ? <p className="muted">{t("regulation:edit.no_changes")}</p> : null}
      {added.length === 0 ? null : <p>{t("regulation:edit.added", { ids: ids(added) })}</p>}
      {removed.length === 0 ? null : <p>{t("regulation:edit.removed", { ids: ids(removed) })}</p>}
      {changes.length === 0 ? null : (
        <div className="table-box" tabIndex={0} role="region" aria-label={t("regulation:edit.changes")}>
          <table className="table">
            <caption className="visually-hidden">{t("regulation:edit.changes")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("regulation:view.item")}</th>
                <th scope="col">{t("regulation:edit.before")}</th>
                <th scope="col">{t("regulation:edit.after")}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ key, before, after }) => (
                <tr key={key}>
                  <th scope="row" className="items__name">
                    {t(`regulation:param.${key}`, { defaultValue: key })}
                  </th>
                  <td>{series(before)}</td>
                  <td>{series(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
};

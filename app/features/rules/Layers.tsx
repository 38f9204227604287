import type { LayerVersion, RuleSetView } from "@server/compliance/layers-contract";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { useSession } from "~/features/shell/use-session";

/** Layers in force over a rule set, and what they add to it. */
export const Layers = ({ view }: { readonly view: RuleSetView }) => {
  const { t } = useTranslation();
  const { locale } = useSession();
  return (
    <Card title={t("regulation:view.layers")}>
      {view.layers.length === 0 ? <p className="muted">{t("regulation:view.no_layers")}</p> : null}
      <ul className="plain stack">
        {view.layers.map((layer) => (
          <li key={layer.id}>
            {t("regulation:view.layer", {
              title: layer.title[locale],
              level: t(`regulation:origin.${layer.level}`),
              version: layer.version,
              when: formatDateTime(layer.createdAt),
            })}
            {layer.superseded.length === 0 ? null : (
              <div className="caption tone-near">
                {t("regulation:view.superseded", {
                  items: layer.superseded
                    .map((key) => t(`regulation:param.${key}`, { defaultValue: key }))
                    .join(t("regulation:value.separator")),
                })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {[
        { title: t("regulation:view.vetoes"), added: view.extraVetoes },
        { title: t("regulation:view.indicators"), added: view.extraIndicators },
      ].map(({ title, added }) =>
        added.length === 0 ? null : (
          <div key={title}>
            <h3 className="inspector__label">{title}</h3>
            <ul className="plain">
              {added.map((one) => (
                <li key={one.id}>
                  {one.id} {one.title[locale]} <span className="caption muted">{t(`regulation:origin.${one.origin}`)}</span>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </Card>
  );
};

/** Versions of the organisation's own layer, newest first. */
export const LayerHistory = ({ history }: { readonly history: readonly LayerVersion[] }) => {
  const { t } = useTranslation();
  return (
    <Card title={t("regulation:history.title")} flush>
      {history.length === 0 ? (
        <EmptyState title={t("regulation:history.empty")} />
      ) : (
        <div className="table-box" tabIndex={0} role="region" aria-label={t("regulation:history.title")}>
          <table className="table">
            <caption className="visually-hidden">{t("regulation:history.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("regulation:history.version")}</th>
                <th scope="col">{t("regulation:history.note")}</th>
                <th scope="col">{t("regulation:history.entries")}</th>
                <th scope="col">{t("regulation:history.who")}</th>
                <th scope="col">{t("regulation:history.when")}</th>
              </tr>
            </thead>
            <tbody>
              {history.map(({ id, version, note, layer, createdBy, createdAt }) => (
                <tr key={id}>
                  <th scope="row">{version}</th>
                  <td>{note}</td>
                  <td>
                    {[
                      ...layer.entries.map(({ key }) => t(`regulation:param.${key}`, { defaultValue: key })),
                      ...[...layer.extraVetoes, ...layer.extraIndicators].map(({ id: added }) => added),
                    ].join(t("regulation:value.separator"))}
                  </td>
                  <td>{createdBy}</td>
                  <td className="nowrap">{formatDateTime(createdAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
};

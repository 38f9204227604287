import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/components/format";
import { withParams } from "~/components/url";
import { VerdictChip } from "~/components/VerdictChip";
import type { EvidenceRow } from "./evidence-page-data";
import { useVetoTitle } from "./VetoTable";

/** Name of an item that files can prove, in the reader's language. */
export const useEvidenceTitle = (): ((row: Pick<EvidenceRow, "id" | "group" | "veto">) => string) => {
  const { t } = useTranslation();
  const vetoTitle = useVetoTitle();
  return ({ id, group, veto }) => {
    if (veto !== null) return vetoTitle(veto);
    if (group === "eligibility") return t("items:eligibility.title");
    return group === "resource" ? t(`rules:indicator.${id}.name`) : t(`clauses:${id}.name`);
  };
};

const Signed = ({ attested }: Pick<EvidenceRow, "attested">) => {
  const { t } = useTranslation();
  if (attested.of === 0) return <span className="muted">{t("items:attested.none_needed")}</span>;
  return (
    <>
      <div className={attested.done < attested.of ? "tone-none" : undefined}>
        {t("items:attested.count", { done: attested.done, of: attested.of })}
      </div>
      {attested.imported === 0 ? null : <div className="tone-near">{t("items:attested.imported", { count: attested.imported })}</div>}
      {attested.by === null ? null : (
        <div className="muted">{t("items:attested.by", { who: attested.by, when: formatDate(attested.at) })}</div>
      )}
    </>
  );
};

/** Every item with its verdict, who has attested it, and the files that prove it. */
export const EvidenceTable = ({ rows }: { readonly rows: readonly EvidenceRow[] }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const titleOf = useEvidenceTitle();
  return (
    <div className="table-card">
      <div className="table-box" tabIndex={0} role="region" aria-label={t("evidence:caption")}>
        <table className="table items">
          <caption className="visually-hidden">{t("evidence:caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("evidence:item")}</th>
              <th scope="col">{t("evidence:table")}</th>
              <th scope="col">{t("evidence:verdict")}</th>
              <th scope="col">{t("evidence:signed")}</th>
              <th scope="col">{t("evidence:files")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={params.get("item") === row.id ? "is-selected" : undefined}>
                <th scope="row" className="items__name">
                  <Link id={`item-${row.id}`} to={withParams(params, { item: row.id, school: null, notice: null })} preventScrollReset>
                    <span className="items__code">{row.id}</span> {titleOf(row)}
                  </Link>
                </th>
                <td className="caption wrap">{t(`evidence:group.${row.group}`)}</td>
                <td>
                  {row.verdict === null ? null : (
                    <VerdictChip
                      kind={row.borderline ? "borderline" : row.verdict}
                      text={row.veto === null ? undefined : t(`items:vetoes.${row.veto.state}`)}
                      plain
                    />
                  )}
                  {row.sections === null ? null : <span className="nowrap">{t("evidence:sections", { ...row.sections })}</span>}
                </td>
                <td className="caption wrap">
                  <Signed attested={row.attested} />
                </td>
                <td className="caption items__evidence">
                  <div className={row.files === 0 ? "muted" : undefined}>
                    {row.files === 0 ? t("evidence:none") : t("items:table.files", { count: row.files })}
                  </div>
                  {row.schools === 0 ? null : <div>{t("evidence:of_schools", { count: row.schools })}</div>}
                  {row.newest === null ? null : (
                    <div className="muted">{t("evidence:newest", { who: row.newest.by, when: formatDate(row.newest.at) })}</div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};

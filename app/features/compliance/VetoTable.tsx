import { Link, useSearchParams } from "@remix-run/react";
import type { Declaration } from "@server/compliance/declarations-contract";
import type { EvidenceFile } from "@server/compliance/evidence-contract";
import type { VetoResult } from "@server/compliance/items-contract";
import { useTranslation } from "react-i18next";
import { formatCount, formatDate } from "~/components/format";
import { TableFrame } from "~/components/TableFrame";
import { withParams } from "~/components/url";
import { VerdictChip } from "~/components/VerdictChip";
import { useSession } from "~/features/shell/use-session";

/** Shape and word of a veto: cleared, happened, not declared. */
export const vetoKind = { clear: "met", occurred: "not_met", undeclared: "not_evaluable" } as const;

/** The words of a veto: those of a layer bring their own. */
export const useVetoTitle = (): ((veto: Pick<VetoResult, "id" | "title">) => string) => {
  const { t } = useTranslation();
  const { locale } = useSession();
  return ({ id, title }) => title?.[locale] ?? t(`clauses:veto.${id}`);
};

/** 一票否决: each matter, whether it has happened, who answers for that. */
export const VetoTable = ({
  vetoes,
  declarations,
  files,
}: {
  readonly vetoes: readonly VetoResult[];
  readonly declarations: readonly Declaration[];
  readonly files: readonly EvidenceFile[];
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const titleOf = useVetoTitle();
  return (
    <TableFrame caption={t("items:vetoes.caption")} look="items">
      <thead>
        <tr>
          <th scope="col">{t("items:vetoes.matter")}</th>
          <th scope="col">{t("items:table.verdict")}</th>
          <th scope="col">{t("items:table.evidence")}</th>
        </tr>
      </thead>
      <tbody>
        {vetoes.map((veto) => {
          const inForce = declarations.find(({ item }) => item === veto.id)?.inForce ?? null;
          return (
            <tr key={veto.id} className={params.get("item") === veto.id ? "is-selected" : undefined}>
              <th scope="row" className="items__name">
                <Link id={`item-${veto.id}`} to={withParams(params, { item: veto.id, notice: null })} preventScrollReset>
                  <span className="items__code">{veto.id}</span> {titleOf(veto)}
                </Link>
                {Object.entries(veto.hints).map(([name, value]) => (
                  <div key={name} className="caption tone-near">
                    {t(`clauses:veto.hint.${name}`, { value: formatCount(value) })}
                  </div>
                ))}
              </th>
              <td>
                <VerdictChip kind={vetoKind[veto.state]} text={t(`items:vetoes.${veto.state}`)} plain />
              </td>
              <td className="caption">
                <div>{t("items:table.files", { count: files.filter(({ item }) => item === veto.id).length })}</div>
                <div className="muted">
                  {inForce === null
                    ? t(veto.state === "undeclared" ? "items:attested.none" : "items:attested.imported_only")
                    : t("items:attested.by", { who: inForce.attestedBy, when: formatDate(inForce.attestedAt) })}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
};

import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { withParams } from "~/components/url";
import { useSession } from "~/features/shell/use-session";
import { Evidence } from "./Evidence";
import { inputLabel } from "./input-label";
import { eligibilityAnswer, statementsOf } from "./items";
import { StatedSources } from "./StatedSources";
import { Statements } from "./Statements";
import { useVetoTitle } from "./VetoTable";
import type { VetoesPageData } from "./vetoes-page-data";

/** One veto, or eligibility: its clause, what is declared and the evidence for it. */
export const VetoPanel = ({ data, open }: { readonly data: VetoesPageData; readonly open: string }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { locale } = useSession();
  const titleOf = useVetoTitle();
  const veto = data.vetoes.find(({ id }) => id === open);
  const year = data.dataset.statisticsYear;
  return (
    <Inspector title={t("compliance:why.title")} closeTo={withParams(params, { item: null, notice: null })} returnTo={`item-${open}`}>
      <InspectorSection>
        <p>
          <strong>{veto === undefined ? t("items:eligibility.title") : `${veto.id} ${titleOf(veto)}`}</strong>
        </p>
      </InspectorSection>
      {data.why === null ? null : (
        <>
          <InspectorSection
            title={t("compliance:why.clause")}
            aside={<span className="caption">{`${data.why.clause.document} ${data.why.clause.article}`}</span>}
          >
            <blockquote className="clause">{data.why.clause.text[locale]}</blockquote>
          </InspectorSection>
          <StatedSources title={t("compliance:why.source_next")} explanation={data.why} />
        </>
      )}
      <Statements
        year={year}
        declarations={data.declarations}
        statements={
          veto === undefined
            ? statementsOf("E").map((id) => ({
                id,
                title: inputLabel(t, null, `declarations.${id}`),
                values: "statement",
                imported: data.eligibility === null ? null : eligibilityAnswer(data.eligibility, id),
              }))
            : [
                {
                  id: veto.id,
                  title: titleOf(veto),
                  values: "veto",
                  imported: veto.state === "undeclared" ? null : veto.state === "occurred",
                },
              ]
        }
      />
      <Evidence item={open} files={data.files} editable={data.editable} year={year} />
    </Inspector>
  );
};

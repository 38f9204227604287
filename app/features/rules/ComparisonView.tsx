import { Link } from "@remix-run/react";
import type { Verdict } from "@server/compliance/contract";
import type { ComparedSide, RulesComparison } from "@server/compliance/layers-contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCv } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { VerdictChip } from "~/components/VerdictChip";
import { unitText, valueText } from "./value-text";

const Table = ({ title, head, children }: { readonly title: string; readonly head: string; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Card title={title} flush>
      <div className="table-box" tabIndex={0} role="region" aria-label={title}>
        <table className="table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t("regulation:compare.a")}</th>
              <th scope="col">{t("regulation:compare.b")}</th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Card>
  );
};

const VerdictOf = ({ verdict }: { readonly verdict: Verdict | null }) => {
  const { t } = useTranslation();
  return verdict === null ? <span className="muted">{t("regulation:compare.absent")}</span> : <VerdictChip kind={verdict} plain />;
};

const Side = ({ side }: { readonly side: ComparedSide }) => {
  const { t } = useTranslation();
  return (
    <>
      <VerdictChip kind={side.resource} plain />
      <div className="caption">{t("regulation:compare.short", { failing: side.failing, open: side.notEvaluable })}</div>
    </>
  );
};

const Overall = ({ side: { overall } }: { readonly side: ComparedSide }) => {
  const { t } = useTranslation();
  if (overall === null) return <span className="muted">{t("regulation:compare.absent")}</span>;
  return (
    <>
      <VerdictChip
        kind={overall.verdict === "incomplete" ? "not_evaluable" : overall.verdict}
        text={overall.verdict === "incomplete" ? t("items:overall.incomplete") : undefined}
        plain
      />
      <div className="caption">
        {t("regulation:compare.counts", { met: overall.met, notMet: overall.notMet, open: overall.notEvaluable })}
      </div>
    </>
  );
};

/** The same data under two sets of rules: the results, then only what differs. */
export const ComparisonView = ({ comparison }: { readonly comparison: RulesComparison }) => {
  const { t } = useTranslation();
  const { a, b, values, sections, balances, items } = comparison;
  const same = values.length + sections.length + balances.length + items.length === 0;
  return (
    <>
      <Table title={t("regulation:compare.result")} head={t("regulation:compare.result")}>
        <tr>
          <th scope="row">{t("regulation:compare.rules")}</th>
          <td>{a.ruleSet.version}</td>
          <td>{b.ruleSet.version}</td>
        </tr>
        <tr>
          <th scope="row">{t("regulation:compare.resource")}</th>
          <td>
            <Side side={a} />
          </td>
          <td>
            <Side side={b} />
          </td>
        </tr>
        <tr>
          <th scope="row">{t("regulation:compare.overall")}</th>
          <td>
            <Overall side={a} />
          </td>
          <td>
            <Overall side={b} />
          </td>
        </tr>
      </Table>
      {same ? <EmptyState title={t("regulation:compare.same")} /> : null}
      {values.length === 0 ? null : (
        <Table title={t("regulation:compare.values")} head={t("regulation:compare.item")}>
          {values.map(({ key, unit, a: one, b: other }) => (
            <tr key={key}>
              <th scope="row">
                {t(`regulation:param.${key}`, { defaultValue: key })} <span className="caption muted">{unitText(t, one, unit)}</span>
              </th>
              <td>{valueText(t, one)}</td>
              <td>{valueText(t, other)}</td>
            </tr>
          ))}
        </Table>
      )}
      {items.length === 0 ? null : (
        <Table title={t("regulation:compare.items")} head={t("regulation:compare.indicator")}>
          {items.map(({ id, a: one, b: other }) => (
            <tr key={id}>
              <th scope="row">
                {id} {t(`clauses:${id}.short`, { defaultValue: t(`clauses:veto.${id}`, { defaultValue: "" }) })}
              </th>
              <td>
                <VerdictOf verdict={one} />
              </td>
              <td>
                <VerdictOf verdict={other} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {balances.length === 0 ? null : (
        <Table title={t("regulation:compare.balances")} head={t("regulation:compare.indicator")}>
          {balances.map(({ stage, indicator, a: one, b: other }) => (
            <tr key={`${stage}:${indicator}`}>
              <th scope="row">
                {t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) })}
              </th>
              {[one, other].map((side, at) => (
                <td key={at === 0 ? "a" : "b"}>
                  {formatCv(side.cv)} ≤ {formatCv(side.limit)} <VerdictChip kind={side.verdict} plain />
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
      {sections.length === 0 ? null : (
        <Table title={t("regulation:compare.sections")} head={t("regulation:compare.school")}>
          {sections.map(({ id, name, stage, a: one, b: other, indicators }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/data/schools/${encodeURIComponent(id.split(":")[0] ?? id)}`}>{name}</Link>{" "}
                <span className="caption muted">
                  {t(`rules:section.${stage}`)}{" "}
                  {indicators.map((indicator) => t(`rules:indicator.${indicator}.short`)).join(t("regulation:value.separator"))}
                </span>
              </th>
              <td>
                <VerdictOf verdict={one} />
              </td>
              <td>
                <VerdictOf verdict={other} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
};

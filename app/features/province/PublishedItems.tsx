import { Link, useSearchParams } from "@remix-run/react";
import type { ItemResult } from "@server/compliance/items-contract";
import { useTranslation } from "react-i18next";
import { formatCount } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { withParams } from "~/components/url";
import { VerdictChip } from "~/components/VerdictChip";
import { sentenceValues } from "~/features/compliance/figures";
import { ItemSchools } from "~/features/compliance/ItemSchools";

export type PublishedItem = Pick<ItemResult, "id" | "verdict" | "borderline" | "figures" | "limits"> & {
  readonly failing: number;
  readonly open: number;
};

/** 表Ⅳ, 表Ⅴ and 表Ⅵ as a county published them: sentence, verdict, and how many schools stand behind it. */
export const PublishedItems = ({ items }: { readonly items: readonly PublishedItem[] | null }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  if (items === null) return <EmptyState title={t("province:published_items.none")} />;
  const caption = t("province:published_items.caption");
  return (
    <Card title={caption} flush>
      <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
        <table className="table items">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("items:table.item")}</th>
              <th scope="col">{t("items:table.state")}</th>
              <th scope="col">{t("items:table.verdict")}</th>
              <th scope="col" className="num">
                {t("province:published_items.schools")}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, verdict, borderline, figures, limits, failing, open }) => (
              <tr key={id} className={params.get("item") === id ? "is-selected" : undefined}>
                <th scope="row" className="items__name">
                  <Link id={`item-${id}`} to={withParams(params, { item: id })} preventScrollReset>
                    <span className="items__code">{id}</span> {t(`clauses:${id}.name`)}
                  </Link>
                </th>
                <td className="items__sentence">{t(`clauses:${id}.sentence`, sentenceValues(figures, limits))}</td>
                <td>
                  <VerdictChip kind={borderline ? "borderline" : verdict} plain />
                </td>
                <td className="num">{failing + open === 0 ? "" : formatCount(failing + open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};

/** What a county published about one item: formula with numbers, the schools that fail or cannot be judged. Its papers stay with the county. */
export const PublishedItemPanel = ({ item }: { readonly item: ItemResult }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { id, verdict, borderline, figures, limits, failing, open, missing } = item;
  return (
    <Inspector title={t("compliance:why.title")} closeTo={withParams(params, { item: null })} returnTo={`item-${id}`}>
      <InspectorSection>
        <p>
          <strong>
            {id} {t(`clauses:${id}.name`)}
          </strong>
        </p>
        <VerdictChip kind={borderline ? "borderline" : verdict} />
      </InspectorSection>
      <InspectorSection title={t("province:published.figures")}>
        <p className="caption muted">{t(`clauses:${id}.formula`, sentenceValues(figures, limits))}</p>
        <p>{t(`clauses:${id}.sentence`, sentenceValues(figures, limits))}</p>
      </InspectorSection>
      {failing.length > 0 ? (
        <InspectorSection title={t("items:panel.failing")}>
          <ItemSchools linked={false} schools={failing} caption={t("items:panel.failing")} />
        </InspectorSection>
      ) : null}
      {open.length > 0 ? (
        <InspectorSection title={t("items:panel.open")}>
          <ItemSchools linked={false} schools={open} caption={t("items:panel.open")} />
        </InspectorSection>
      ) : null}
      <InspectorSection>
        {missing.length > 0 ? <p className="caption muted">{t("province:published_items.missing", { count: missing.length })}</p> : null}
        <p className="caption muted">{t("province:published.scope")}</p>
      </InspectorSection>
    </Inspector>
  );
};

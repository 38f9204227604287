import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/components/format";
import { TableFrame } from "~/components/TableFrame";
import { withParams } from "~/components/url";
import { Tag, VerdictChip } from "~/components/VerdictChip";
import { sentenceValues } from "./figures";
import type { ItemRow } from "./items";

/** 表Ⅳ, 表Ⅴ, 表Ⅵ: each item in official order with its sentence and the numbers in it, its verdict and what it rests on. */
export const ItemTable = ({ rows, caption }: { readonly rows: readonly ItemRow[]; readonly caption: string }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  return (
    <TableFrame caption={caption} look="items">
      <thead>
        <tr>
          <th scope="col">{t("items:table.item")}</th>
          <th scope="col">{t("items:table.state")}</th>
          <th scope="col">{t("items:table.verdict")}</th>
          <th scope="col">{t("items:table.evidence")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={params.get("item") === row.id ? "is-selected" : undefined}>
            <th scope="row" className="items__name">
              <Link id={`item-${row.id}`} to={withParams(params, { item: row.id, notice: null })} preventScrollReset>
                <span className="items__code">{row.id}</span> {t(`clauses:${row.id}.name`)}
              </Link>
            </th>
            <td className="items__sentence">
              {t(`clauses:${row.id}.sentence`, sentenceValues(row.figures, row.limits))}
              {row.id === "G5" && (row.figures.overUnsplit ?? 0) > 0
                ? ` ${t("clauses:G5.note", sentenceValues(row.figures, row.limits))}`
                : ""}
              <Causes row={row} />
            </td>
            <td>
              <VerdictChip kind={row.borderline ? "borderline" : row.verdict} plain />
              {row.borderline ? <div className="caption muted">{t(`common:verdict.${row.verdict}`)}</div> : null}
              <Reliefs row={row} />
            </td>
            <td className="caption items__evidence">
              <div>{t("items:table.files", { count: row.files })}</div>
              <Attested row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
};

const Causes = ({ row }: { readonly row: ItemRow }) => {
  const { t } = useTranslation();
  return (
    <>
      {row.failing > 0 ? (
        <div className="caption tone-fail">
          {t(row.failing > row.worst.length ? "items:table.failing_more" : "items:table.failing", {
            count: row.failing,
            schools: row.worst.join(t("compliance:gaps.separator")),
          })}
        </div>
      ) : null}
      {row.open > 0 ? <div className="caption muted">{t("items:table.open", { count: row.open })}</div> : null}
      {row.missing > 0 ? <div className="caption muted">{t("items:table.missing", { count: row.missing })}</div> : null}
    </>
  );
};

const Reliefs = ({ row }: { readonly row: ItemRow }) => {
  const { t } = useTranslation();
  return row.reliefs.map(({ id, endsIn, schools }) => (
    <div key={id}>
      <Tag tone="near">
        {endsIn === null
          ? t("items:relief.open", { count: schools.length })
          : t("items:relief.until", { count: schools.length, year: endsIn })}
      </Tag>
    </div>
  ));
};

const Attested = ({ row: { attested } }: { readonly row: ItemRow }) => {
  const { t } = useTranslation();
  if (attested.of === 0) return <div className="muted">{t("items:attested.none_needed")}</div>;
  return (
    <div className={attested.done < attested.of ? "tone-none" : undefined}>
      {t("items:attested.count", { done: attested.done, of: attested.of })}
      {attested.imported === 0 ? null : <div className="tone-near">{t("items:attested.imported", { count: attested.imported })}</div>}
      {attested.by === null ? null : (
        <div className="muted">{t("items:attested.by", { who: attested.by, when: formatDate(attested.at) })}</div>
      )}
    </div>
  );
};

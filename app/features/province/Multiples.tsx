import { Link } from "@remix-run/react";
import type { CountyComparisonRow } from "@server/province/contract";
import { useTranslation } from "react-i18next";
import { TableFoot } from "~/components/TableFoot";
import { VerdictChip } from "~/components/VerdictChip";
import { limitLine, panelHeight, panelOf, panelWidth } from "./panels";
import { SideMark } from "./SideMark";
import { shortOf } from "./short-of";
import type { Side } from "./sides";

const Drawing = ({ row }: { readonly row: CountyComparisonRow }) => {
  const { t } = useTranslation();
  const { met, over, unknown, itemsMet, itemsFailing, itemsUnknown, counts } = panelOf(row);
  return (
    <svg
      className="panel__svg"
      width={panelWidth}
      height={panelHeight}
      viewBox={`0 0 ${panelWidth} ${panelHeight}`}
      role="img"
      aria-label={t("comparing:panel.text", counts)}
    >
      <path className="panel__met" d={met} />
      <path className="panel__over" d={over} />
      <path className="panel__unknown" d={unknown} />
      <path className="panel__limit" d={`M0 ${limitLine}H${panelWidth}`} />
      <path className="panel__item-met" d={itemsMet} />
      <path className="panel__over" d={itemsFailing} />
      <path className="panel__unknown" d={itemsUnknown} />
    </svg>
  );
};

/** Small multiples: every county of the page as one small chart on one scale, in the order of the page. */
export const Multiples = ({
  rows,
  sides,
  own,
  note,
}: {
  readonly rows: readonly CountyComparisonRow[];
  readonly sides: readonly Side[];
  readonly own: string | null;
  readonly note: string;
}) => {
  const { t } = useTranslation();
  return (
    <div className="table-card">
      <ul className="multiples plain" aria-label={t("comparing:caption.multiples")}>
        {rows.map((row) => {
          const { publication, countyName, countyId, countyCode } = row;
          return (
            <li key={countyId} className={countyCode === own ? "panel panel--own" : "panel"}>
              <div className="panel__head">
                {publication === null ? <span>{countyName}</span> : <Link to={`/province/counties/${publication.id}`}>{countyName}</Link>}
                <SideMark row={row} sides={sides} own={own} />
                <span className="spacer" />
                {publication === null ? (
                  <span className="muted">{t("province:compare.unpublished")}</span>
                ) : (
                  <VerdictChip kind={publication.verdict} plain text={shortOf(t, publication)} />
                )}
              </div>
              {publication === null ? <div className="panel__empty" /> : <Drawing row={row} />}
            </li>
          );
        })}
      </ul>
      <p className="caption muted multiples__key">{t("comparing:panel.key")}</p>
      <TableFoot total={rows.length} note={note} />
    </div>
  );
};

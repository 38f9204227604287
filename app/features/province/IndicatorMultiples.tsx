import { Link, useSearchParams } from "@remix-run/react";
import type { CountyComparisonRow } from "@server/province/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { SegmentBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { VerdictWord } from "~/components/VerdictChip";
import type { Measure } from "./compare-query";
import { SpreadStrip } from "./SpreadStrip";
import type { Side } from "./sides";
import { type ItemSpread, itemSpreadsOf, type Spread, spreadsOf } from "./spreads";

const Strip = ({ spread, sides }: { readonly spread: Spread; readonly sides: readonly Side[] }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  return (
    <li className="panel">
      <div className="panel__head">
        <Link to={withParams(params, { view: "schools", column: spread.key, by: null })} title={spread.name}>
          {spread.short}
        </Link>
        <span className="spacer" />
        {spread.limit === null ? null : (
          <span className={spread.failing > 0 ? "tone-fail nowrap" : "muted nowrap"}>
            {t("comparing:spread.failing", { count: spread.failing })}
          </span>
        )}
      </div>
      <SpreadStrip spread={spread} sides={sides} />
      <div className="spread__ends caption muted">
        <span>{spread.format(0)}</span>
        <span>{spread.limit === null ? "" : t("comparing:spread.limit", { limit: spread.format(spread.limit.value) })}</span>
        <span>{spread.format(spread.top)}</span>
      </div>
      {spread.unknown === 0 ? null : <p className="caption muted">{t("comparing:spread.unknown", { count: spread.unknown })}</p>}
    </li>
  );
};

const Item = ({ item }: { readonly item: ItemSpread }) => {
  const { t } = useTranslation();
  const { id, name, short, met, failing, unknown, own } = item;
  return (
    <li className="panel">
      <div className="panel__head">
        <span title={name}>
          {id} {short}
        </span>
        <span className="spacer" />
        {own === null ? null : (
          <span className="nowrap" title={t("comparing:own.mark")}>
            <span className="visually-hidden">{t("comparing:own.mark")}</span>{" "}
            <VerdictWord kind={own} plain word={t(`common:verdict.${own}`)} />
          </span>
        )}
      </div>
      <SegmentBar met={met} failing={failing} unknown={unknown} />
      <p className="caption muted spread__counts">
        {t("comparing:spread.item", { met: formatCount(met), failing: formatCount(failing), unknown: formatCount(unknown) })}
      </p>
    </li>
  );
};

/** Small multiples the other way round: every indicator one small chart of all published counties, the reference county marked. */
export const IndicatorMultiples = ({
  rows,
  sides,
  own,
  measure,
  note,
}: {
  readonly rows: readonly CountyComparisonRow[];
  readonly sides: readonly Side[];
  readonly own: string | null;
  readonly measure: Measure;
  readonly note: string;
}) => {
  const { t } = useTranslation();
  const spreads = useMemo(() => spreadsOf(t, rows, measure, sides), [t, rows, measure, sides]);
  const items = useMemo(() => itemSpreadsOf(t, rows, own), [t, rows, own]);
  return (
    <div className="table-card">
      <ul className="multiples plain" aria-label={t(`comparing:caption.spread.${measure}`)}>
        {spreads.map((spread) => (
          <Strip key={spread.key} spread={spread} sides={sides} />
        ))}
      </ul>
      <ul className="multiples plain" aria-label={t("comparing:caption.spread_items")}>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      <p className="caption muted multiples__key">{t("comparing:key.spread")}</p>
      <TableFoot total={spreads.length + items.length} note={note} />
    </div>
  );
};

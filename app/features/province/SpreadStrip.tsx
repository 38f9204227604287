import { useTranslation } from "react-i18next";
import { SeriesPoint } from "~/components/SeriesMark";
import type { Side } from "./sides";
import { drawSpread, pointHeight, type Spread, spreadHeight, spreadText, spreadWidth } from "./spreads";

/** All published counties of the page on one line, those beside each other on top, each by its mark. */
export const SpreadStrip = ({ spread, sides }: { readonly spread: Spread; readonly sides: readonly Side[] }) => {
  const { t } = useTranslation();
  const { zone, met, failing, limit, points } = drawSpread(spread, sides);
  return (
    <svg
      className="spread"
      width={spreadWidth}
      height={spreadHeight}
      viewBox={`0 0 ${spreadWidth} ${spreadHeight}`}
      role="img"
      aria-label={`${spread.name}: ${spreadText(t, spread, sides)}`}
    >
      <path className="spread__zone" d={zone} />
      <path className="strip__line" d={`M0 ${pointHeight}H${spreadWidth}`} />
      <path className="strip__met" d={met} />
      <path className="strip__short" d={failing} />
      <path className="panel__limit" d={limit} />
      {points.map(({ mark, x }) => (
        <SeriesPoint key={mark} name={mark} x={Number(x)} y={pointHeight} />
      ))}
    </svg>
  );
};

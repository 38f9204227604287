import type { CountyComparisonRow } from "@server/province/contract";
import { useTranslation } from "react-i18next";
import { SeriesMark } from "~/components/SeriesMark";
import { Tag } from "~/components/VerdictChip";
import type { Side } from "./sides";

/** Mark and letter of a county beside others, and the word of the reference county; nothing for any other county. */
export const SideMark = ({
  row,
  sides,
  own,
}: {
  readonly row: CountyComparisonRow;
  readonly sides: readonly Side[];
  /** Code of the reference county. */
  readonly own: string | null;
}) => {
  const { t } = useTranslation();
  const side = sides.find((one) => one.row.countyCode === row.countyCode);
  return (
    <>
      {side === undefined ? null : (
        <span className="side-mark">
          <SeriesMark name={side.mark} /> {side.mark.toUpperCase()}
        </span>
      )}
      {row.countyCode === own ? <Tag tone="accent">{t("comparing:own.mark")}</Tag> : null}
    </>
  );
};

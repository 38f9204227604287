import type { ResourceIndicator } from "@server/compliance/contract";
import { formatCount, formatMoneyWan, formatNumber } from "~/components/format";

/** A needed resource in the unit that people speak of: persons, rooms, whole m², 万元. Rounded up, so that it suffices. */
export const neededAmount = (indicator: ResourceIndicator, needed: number): string => {
  if (indicator === "R6") return formatMoneyWan(Math.ceil(needed / 1000) / 10);
  if (indicator === "R4" || indicator === "R5") return formatNumber(Math.ceil(needed));
  return formatCount(needed);
};

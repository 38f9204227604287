import type { LineageEntry } from "@server/statistics/facts-contract";
import type { Lever } from "../contract";
import { effectYear } from "../levers/lever";

/**
 * 学校沿革 that levers write, by school: a new one comes from its origin, and what takes over a closed school is merged with
 * it, each of several for its share. Oldest first, as in a dataset.
 */
export const lineageOf = (levers: readonly Lever[]): ReadonlyMap<string, readonly LineageEntry[]> => {
  const found = new Map<string, readonly LineageEntry[]>();
  const write = (code: string, entry: LineageEntry): void => {
    const known = found.get(code) ?? [];
    // A school that opens as what is left of another is not merged with it as well.
    if (known.some(({ fromCode }) => fromCode === entry.fromCode)) return;
    found.set(
      code,
      [...known, entry].sort((left, right) => left.year - right.year || (left.fromCode < right.fromCode ? -1 : 1)),
    );
  };
  for (const lever of levers) {
    if (lever.type !== "open_school" || lever.originCode === "") continue;
    write(lever.code, { year: effectYear(lever), event: lever.originEvent, fromCode: lever.originCode });
  }
  for (const lever of levers) {
    if (lever.type !== "close_school") continue;
    for (const { schoolCode, share } of lever.targets) {
      if (share > 0) write(schoolCode, { year: effectYear(lever), event: "merged", fromCode: lever.schoolCode });
    }
  }
  return found;
};

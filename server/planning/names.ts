const longestName = 80;

/** First free name of the form "name (2)", cut so that it fits. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const candidate = stem.slice(0, longestName - suffix.length).trimEnd() + suffix;
    if (!taken.has(candidate)) return candidate;
  }
};

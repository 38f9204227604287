/** Years in rising order, those that follow one another as one span: 2028, 2029, 2030, 2033 → `2028–2030`, `2033`. */
export const yearSpans = (years: readonly number[]): readonly string[] => {
  const spans: { first: number; last: number }[] = [];
  for (const year of years) {
    const open = spans.at(-1);
    if (open?.last === year - 1) open.last = year;
    else spans.push({ first: year, last: year });
  }
  return spans.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
};

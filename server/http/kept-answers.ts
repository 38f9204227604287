/** How many answers are kept at most. */
const most = 10_000;

/**
 * Looks once for all who ask the same within `ms` of the look's beginning, so that many open pages cost one look. What
 * fails is not kept. `now` in milliseconds.
 */
export const keptAnswers = <T, A extends readonly unknown[]>(
  ms: number,
  look: (key: string, ...about: A) => Promise<T>,
  now: () => number = () => performance.now(),
): ((key: string, ...about: A) => Promise<T>) => {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  const makeRoom = (): void => {
    for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  };
  return (key, ...about) => {
    const known = kept.get(key);
    if (known !== undefined && known.until > now()) return known.answer;
    if (kept.size >= most) makeRoom();
    const entry = { until: now() + ms, answer: look(key, ...about) };
    // Inserted anew, so that the first one is the oldest.
    kept.delete(key);
    kept.set(key, entry);
    entry.answer.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return entry.answer;
  };
};

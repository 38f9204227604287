const writeEveryMs = 500;

/** Writes at most two progress rows a second, always the newest value; a failed write is skipped, progress is only a courtesy. */
export const createProgressWriter = (write: (fraction: number) => Promise<void>) => {
  let writing: Promise<void> | null = null;
  let pause: NodeJS.Timeout | undefined;
  let next: number | null = null;
  let over = false;
  const begin = (): void => {
    if (over || writing || pause || next === null) return;
    const fraction = next;
    next = null;
    pause = setTimeout(() => {
      pause = undefined;
      begin();
    }, writeEveryMs);
    writing = write(fraction)
      .catch(() => {})
      .finally(() => {
        writing = null;
        begin();
      });
  };
  return {
    report: (fraction: number): void => {
      next = fraction;
      begin();
    },
    /** No write starts after this; resolves when the one under way is over. */
    settled: async (): Promise<void> => {
      over = true;
      clearTimeout(pause);
      await writing;
    },
  };
};

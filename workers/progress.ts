import type { ChildNews } from "./run-child";

const writeEveryMs = 500;

/** Writes news at most twice a second, always the newest of each part; a failed write is skipped, progress is only a courtesy. */
export const createProgressWriter = (write: (news: ChildNews) => Promise<void>) => {
  let writing: Promise<void> | null = null;
  let pause: NodeJS.Timeout | undefined;
  let next: ChildNews | null = null;
  let over = false;
  const begin = (): void => {
    if (over || writing || pause || next === null) return;
    const news = next;
    next = null;
    pause = setTimeout(() => {
      pause = undefined;
      begin();
    }, writeEveryMs);
    writing = write(news)
      .catch(() => {})
      .finally(() => {
        writing = null;
        begin();
      });
  };
  return {
    report: (news: ChildNews): void => {
      next = { ...next, ...news };
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

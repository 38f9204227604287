/** Statistics year of the address; null: the newest. */
export const yearOf = (request: Request): number | null => {
  const year = Number(new URL(request.url).searchParams.get("year") || Number.NaN);
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
};

/** What a step says when it is done. */
export const noticeTexts = {
  sign: "review:done.sign",
  submit: "review:done.submit",
  recall: "review:done.recall",
  return: "review:done.return",
  pass: "review:done.pass",
  accept: "review:done.accept",
  lock: "review:done.lock",
  unlock: "review:done.unlock",
  timetable: "review:done.timetable",
} as const;

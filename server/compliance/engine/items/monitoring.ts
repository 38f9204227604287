import { monitoredSubjects } from "@server/statistics/facts-contract";
import { allChecks, type Check, met, notMet, open } from "./check";
import { type Finding, finding, type Input, type ItemContext } from "./context";
import { quantity, signOf } from "./quantity";

/** Q9: 国家义务教育质量监测: level reached, and 校际差异率 strictly below the limit, in every subject asked for. */

type Results = ItemContext["columns"]["countyFacts"]["monitoring"];

export const monitoring = (context: ItemContext): Finding => {
  const { values } = context.rules;
  const results: Results = context.columns.countyFacts.monitoring;
  const wanted = values["Q9.subjects"];
  const reported = results.filter(({ level, differenceRate }) => level !== null || differenceRate !== null);
  const judged = wanted === "with_results" ? reported : results.filter(({ subject }) => wanted.includes(subject));
  const absent = wanted === "with_results" ? [] : wanted.filter((subject) => !judged.some((result) => result.subject === subject));
  const levelCheck = (level: number | null): Check => (level === null ? open : level >= values["Q9.level"] ? met : notMet);
  const rateCheck = (rate: number | null): Check =>
    rate === null ? open : signOf(quantity(rate), quantity(values["Q9.differenceRate"])) < 0 ? met : notMet;
  const check = allChecks([
    ...judged.flatMap(({ level, differenceRate }) => [levelCheck(level), rateCheck(differenceRate)]),
    ...absent.map(() => open),
  ]);
  return finding(check, () => {
    const figures: Record<string, number> = { subjects: judged.length };
    for (const subject of monitoredSubjects) {
      const result = results.find((entry) => entry.subject === subject);
      figures[`${subject}Level`] = result?.level ?? Number.NaN;
      figures[`${subject}Rate`] = result?.differenceRate ?? Number.NaN;
    }
    const missing = [
      ...(judged.length + absent.length === 0 ? ["monitoring"] : []),
      ...absent.map((subject) => `monitoring.${subject}`),
      ...judged.flatMap(({ subject, level, differenceRate }) => [
        ...(level === null ? [`monitoring.${subject}.level`] : []),
        ...(differenceRate === null ? [`monitoring.${subject}.differenceRate`] : []),
      ]),
    ].map((path): Input => ({ schoolCode: null, path }));
    return { figures, limits: { level: values["Q9.level"], differenceRate: values["Q9.differenceRate"] }, missing };
  });
};

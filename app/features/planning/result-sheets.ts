import type { Verdict } from "@server/compliance/contract";
import type { Whole } from "@server/compliance/whole-contract";
import type { AnsweredScenario, ResultSheet } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { formatDateTime } from "~/components/format";
import { schoolWords } from "./assumption-lines";
import { assumptionTexts } from "./assumption-texts";
import { summaryText } from "./outline-text";
import { indicatorSeries, measures } from "./result-view";
import { sourceText } from "./source-text";
import { yearVerdict } from "./year-verdict";

/** What every sheet says under its title. */
type About = Pick<ResultSheet, "note">;

const verdictText = (t: TFunction, { verdict, failing }: Pick<Whole, "verdict" | "failing">): string =>
  verdict === "not_met" && failing > 0 ? t("planning:result.short_of", { count: failing }) : t(`common:verdict.${verdict}`);

const yearsSheet = (t: TFunction, { answer: { projection } }: AnsweredScenario, about: About): ResultSheet => ({
  ...about,
  name: t("results:years.name"),
  title: t("results:years.title", { county: projection.county.name }),
  head: [
    t("common:chart.year"),
    t("results:years.baseline"),
    t("planning:result.trial"),
    t("planning:result.resource"),
    t("results:years.open"),
    t("planning:cost.capital"),
    t("planning:cost.recurrent"),
    t("planning:cost.total"),
    t("results:years.over"),
  ],
  widths: [8, 20, 20, 20],
  decimals: 1,
  rows: projection.trial.map((outcome, index) => {
    const before = projection.baseline[index];
    const trial = yearVerdict(outcome);
    const cost = projection.cost.find(({ year }) => year === outcome.year);
    return [
      outcome.year,
      before === undefined ? null : verdictText(t, yearVerdict(before)),
      verdictText(t, trial),
      verdictText(t, trial.resource),
      trial.open,
      cost?.capitalWan ?? 0,
      cost?.recurrentWan ?? 0,
      cost?.totalWan ?? 0,
      cost?.overBudgetWan ?? 0,
    ];
  }),
});

const leversSheet = (t: TFunction, { answer: { projection }, document, schools }: AnsweredScenario, about: About): ResultSheet => {
  const names = new Map(schools.map(({ code, name }) => [code, name]));
  const schoolName = (code: string): string => names.get(code) ?? code;
  const stated = new Map(document.levers.map((lever) => [lever.id, lever]));
  const paid = (leverId: string) => projection.cost.flatMap(({ byLever }) => byLever.filter((one) => one.leverId === leverId));
  const spent = projection.cost.filter(({ totalWan }) => totalWan !== 0).map(({ year }) => year);
  return {
    ...about,
    name: t("results:levers.name"),
    title: t("results:levers.title", { county: projection.county.name }),
    head: [
      t("results:levers.number"),
      t("planning:levers.title"),
      t("results:levers.content"),
      t("planning:field.startYear"),
      t("results:levers.effect"),
      t("planning:field.fundingSource"),
      t("planning:field.responsibleUnit"),
      t("planning:cost.capital"),
      t("planning:cost.recurrent"),
      t("planning:cost.total"),
      ...spent.map(String),
    ],
    widths: [6, 16, 48, 8, 8, 14, 14],
    decimals: 1,
    rows: projection.levers.map((outline, index) => {
      const { id, type, startYear, effectYear } = outline;
      const costs = paid(id);
      const sum = (of: (cost: (typeof costs)[number]) => number): number => costs.reduce((total, cost) => total + of(cost), 0);
      const ofYear = (year: number): number => {
        const own = projection.cost.find((cost) => cost.year === year)?.byLever.find(({ leverId }) => leverId === id);
        return own === undefined ? 0 : own.capitalWan + own.recurrentWan;
      };
      return [
        index + 1,
        t(`planning:lever.${type}`),
        summaryText(t, outline, schoolName),
        startYear,
        effectYear,
        stated.get(id)?.fundingSource || null,
        stated.get(id)?.responsibleUnit || null,
        sum(({ capitalWan }) => capitalWan),
        sum(({ recurrentWan }) => recurrentWan),
        sum(({ capitalWan, recurrentWan }) => capitalWan + recurrentWan),
        ...spent.map(ofYear),
      ];
    }),
  };
};

const indicatorsSheet = (t: TFunction, { answer: { projection } }: AnsweredScenario, about: About): ResultSheet => ({
  ...about,
  name: t("results:indicators.name"),
  title: t("results:indicators.title", { county: projection.county.name }),
  head: [t("results:stage"), t("results:indicator"), t("results:indicators.measure"), ...projection.years.map(String)],
  widths: [8, 36, 14, ...projection.years.map(() => 9)],
  decimals: 3,
  rows: measures.flatMap((measure) =>
    indicatorSeries(projection).map(({ stage, indicator, trial }) => [
      t(`rules:stage.${stage}`),
      t(`rules:indicator.${indicator}.name`),
      t(`planning:measure.${measure}`),
      ...trial[measure],
    ]),
  ),
});

const sectionsSheet = (t: TFunction, { answer: { projection } }: AnsweredScenario, about: About): ResultSheet => {
  const ids = [...new Map(projection.trial.flatMap(({ sections }) => sections.map((section) => [section.id, section] as const))).values()];
  const byYear = projection.trial.map(({ sections }) => new Map(sections.map(({ id, verdict }) => [id, verdict])));
  const text = (verdict: Verdict | undefined): string | null => (verdict === undefined ? null : t(`common:verdict.${verdict}`));
  return {
    ...about,
    name: t("results:sections.name"),
    title: t("results:sections.title", { county: projection.county.name }),
    head: [t("results:sections.code"), t("results:sections.school"), t("results:stage"), ...projection.years.map(String)],
    widths: [14, 24, 8, ...projection.years.map(() => 9)],
    decimals: 0,
    rows: ids.map(({ id, schoolCode, schoolName, stage }) => [
      schoolCode,
      schoolName,
      t(`rules:stage.${stage}`),
      ...byYear.map((verdicts) => text(verdicts.get(id))),
    ]),
  };
};

const assumptionsSheet = (t: TFunction, { document, schools, defaults }: AnsweredScenario, about: About): ResultSheet => ({
  ...about,
  name: t("planning:assumptions.title"),
  title: t("planning:assumptions.title"),
  head: [t("planning:assumptions.title"), t("results:value"), t("results:source")],
  widths: [28, 48, 60],
  decimals: 3,
  rows: assumptionTexts(t, document.assumptions, schoolWords(schools)).map(({ path, label, value }) => [
    label,
    value,
    sourceText(t, defaults.assumptionSources, path) ?? null,
  ]),
});

const receiptSheet = (t: TFunction, { name, dataset, answer }: AnsweredScenario, about: About): ResultSheet => {
  const { receipt, run } = answer;
  const rows: readonly (readonly [string, string | number | null])[] = [
    [t("results:receipt.scenario"), name],
    [t("results:receipt.data"), `${dataset.statisticsYear}-${dataset.version}`],
    [t("answers:receipt.dataset"), receipt.datasetHash],
    [t("answers:receipt.scenario"), receipt.scenarioHash],
    [t("answers:receipt.version"), receipt.scenarioVersion ?? null],
    [t("answers:receipt.rules"), `${receipt.ruleSet.id} ${receipt.ruleSet.version}`],
    [t("answers:receipt.compliance"), receipt.complianceEngine],
    [t("answers:receipt.planning"), receipt.planningEngine],
    [t("answers:receipt.finished"), run.finishedAt === null ? null : formatDateTime(run.finishedAt)],
    [t("answers:receipt.result"), receipt.resultHash],
  ];
  return {
    ...about,
    name: t("results:receipt.name"),
    title: t("answers:receipt.title"),
    head: [t("results:receipt.what"), t("results:value")],
    widths: [20, 72],
    decimals: 0,
    rows,
  };
};

/** The answer to a scenario as a planner hands it on: years, measures with their money, indicators, schools, assumptions, and what it rests on. */
export const resultSheets = (t: TFunction, answered: AnsweredScenario): readonly ResultSheet[] => {
  const note = t(answered.answer.upToDate ? "results:note" : "results:note_outdated", { name: answered.name });
  return [yearsSheet, leversSheet, indicatorsSheet, sectionsSheet, assumptionsSheet, receiptSheet].map((sheetOf) =>
    sheetOf(t, answered, { note }),
  );
};

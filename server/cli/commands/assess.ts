import { type CountyAssessment, resourceIndicators, type StageAssessment } from "@server/compliance/contract";
import { columnsOfDataset, compareRuleSets, judgeCounty, type RuleSetDifference } from "@server/compliance/engine/index";
import { basic2012 } from "@server/compliance/rulesets/basic-2012";
import { stages } from "@server/statistics/contract";
import { readDatasetFile } from "../dataset-file";
import { done, type Outcome, type Speech, unusable } from "../outcome";
import { type RuleOptions, rulesOf } from "../rules";
import { fixed, textTable } from "../text-table";
import { assessBasic } from "./assess-basic";

const stageText = (stage: StageAssessment): string => {
  const header = ["", ...resourceIndicators];
  const shares = textTable(
    [
      header,
      ["schools meeting", ...resourceIndicators.map((indicator) => `${stage.indicatorMet[indicator]}/${stage.sectionsTotal}`)],
      ["county mean", ...resourceIndicators.map((indicator) => fixed(stage.balance[indicator].mean, 2))],
      ["CV", ...resourceIndicators.map((indicator) => fixed(stage.balance[indicator].cv, 3))],
      ["CV verdict", ...resourceIndicators.map((indicator) => stage.balance[indicator].verdict)],
    ],
    "lrrrrrrr",
  );
  const failing = stage.sections.filter(({ verdict }) => verdict !== "met");
  const sections = textTable(
    [
      ["school", "pupils", "met", ...resourceIndicators, "verdict"],
      ...failing.map((section) => [
        section.schoolName,
        fixed(section.pupils, 0),
        `${section.metCount}/7`,
        ...resourceIndicators.map((indicator) => {
          const { value, state } = section.indicators[indicator];
          return `${fixed(value, 2)}${state === "met" ? "" : state === "remainder" ? "~" : state === "below" ? "!" : "?"}`;
        }),
        section.verdict,
      ]),
    ],
    "lrrrrrrrrrl",
  );
  return [
    `${stage.stage}: ${stage.verdict}; ${stage.sectionsMet} of ${stage.sectionsTotal} schools met, ${stage.sectionsNotMet} not met, ${stage.sectionsNotEvaluable} not evaluable`,
    shares,
    ...(failing.length === 0 ? [] : ["", sections]),
  ].join("\n");
};

/** A judgement as text: figures at the official decimals; ~ between 85 % and the standard, ! below 85 %, ? not evaluable. */
const assessmentText = (assessment: CountyAssessment): string => {
  const { county, ruleSet } = assessment;
  const { overall, sunsets } = assessment;
  const others = assessment.inclusion.filter(({ decision }) => decision !== "included");
  return [
    `${county.name} (${county.code}) ${assessment.statisticsYear}, rule set ${ruleSet.id} ${ruleSet.version}`,
    `verdict: ${assessment.verdict}; failing ${assessment.failing}, not evaluable ${assessment.notEvaluable}, distance ${fixed(assessment.distance, 3)}`,
    ...(overall === null
      ? []
      : [
          `overall: ${overall.verdict}; assurance ${overall.assurance}, quality ${overall.quality}, recognition ${overall.recognition}, vetoes ${overall.vetoes}, eligibility ${overall.eligibility}; of 32 indicators ${overall.met} met, ${overall.notMet} not met, ${overall.notEvaluable} not evaluable`,
        ]),
    ...sunsets.map(
      ({ relief, endsIn, sections, balances, items }) =>
        `passes only by ${relief} (${endsIn === null ? "open-ended" : `ends in ${endsIn}`}): ${[
          ...sections,
          ...balances.map(({ stage, indicator }) => `CV ${stage} ${indicator}`),
          ...items.map(({ item, schools }) => `${item} ${schools.join(" ")}`),
        ].join(", ")}`,
    ),
    ...stages.map((stage) => `\n${stageText(assessment.stages[stage])}`),
    ...(others.length === 0
      ? []
      : [
          "",
          textTable(
            [
              ["school", "decision", "reason", "into"],
              ...others.map(({ schoolName, decision, reason, into }) => [schoolName, decision, reason, into ?? ""]),
            ],
            "llll",
          ),
        ]),
    "",
  ].join("\n");
};

/** The verdicts of one side of a comparison. */
const verdictsOf = ({ ruleSet, judgedOn, verdict, failing, notEvaluable, overall }: CountyAssessment) => ({
  ruleSet,
  judgedOn,
  verdict,
  failing,
  notEvaluable,
  overall,
});

const differenceText = ({ a, b, values, sections, balances, items }: RuleSetDifference): string =>
  [
    textTable(
      [
        ["", "a", "b"],
        ["rule set", `${a.ruleSet.id} ${a.ruleSet.version}`, `${b.ruleSet.id} ${b.ruleSet.version}`],
        ["resources", a.verdict, b.verdict],
        ["overall", a.overall?.verdict ?? "", b.overall?.verdict ?? ""],
        ["failing", String(a.failing), String(b.failing)],
        ...values.map(({ key, a: left, b: right }) => [key, JSON.stringify(left), JSON.stringify(right)]),
        ...sections.map(({ id, a: left, b: right, indicators }) => [`${id} ${indicators.join(" ")}`, left ?? "", right ?? ""]),
        ...balances.map(({ stage, indicator, a: left, b: right }) => [
          `CV ${stage} ${indicator}`,
          `${fixed(left.cv, 3)} ${left.verdict}`,
          `${fixed(right.cv, 3)} ${right.verdict}`,
        ]),
        ...items.map(({ id, a: left, b: right }) => [id, left ?? "", right ?? ""]),
      ],
      "lll",
    ),
    "",
  ].join("\n");

export interface AssessOptions extends RuleOptions, Speech {
  /** Another rule set: the answer is then what differs. */
  readonly against?: string;
}

/** `assess FILE`: the judgement of one county and year, or what another rule set would change of it. */
export const assess = async (file: string, options: AssessOptions): Promise<Outcome> => {
  const { format, against, date } = options;
  if (options.ruleset === basic2012.id) return assessBasic(file, options);
  const rules = await rulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const others = against === undefined ? null : await rulesOf({ ruleset: against });
  if (others !== null && !others.ok) return unusable(others.error);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const columns = columnsOfDataset(read.value.dataset);
  const json = (answer: object): string => `${JSON.stringify(answer, null, 2)}\n`;
  if (others !== null) {
    const difference = compareRuleSets(columns, rules.value, others.value, { date });
    const { a, b, ...rest } = difference;
    const text = format === "json" ? json({ a: verdictsOf(a), b: verdictsOf(b), ...rest }) : differenceText(difference);
    return done(text, read.value.warnings);
  }
  const assessment = judgeCounty(columns, rules.value, { date });
  return done(format === "json" ? json(assessment) : assessmentText(assessment), read.value.warnings);
};

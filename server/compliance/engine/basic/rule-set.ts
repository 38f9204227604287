import type {
  BasicIndicator,
  BasicSeries,
  BasicValues,
  Figure,
  SharedFigure,
  StageFigure,
  StandardsPack,
} from "@server/compliance/basic-contract";
import { packOf } from "@server/compliance/basic-contract";
import type { ClauseReference } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import { fractionOf } from "../exact";
import type { InclusionRules } from "../inclusion";
import { inForce } from "../rule-set";
import { type CvLine, cvLines, type Rules } from "../rules-in-force";

export type FigureTerms<F extends Figure = Figure> = readonly { readonly figure: F; readonly sign: 1 | -1 }[];

/** One of the eight: value = scale × Σ terms × share of the section ÷ pupils of the section. */
export interface BasicIndicatorRule {
  readonly id: BasicIndicator;
  /** Whole-school figures are split between stages, figures of a stage are not. */
  readonly terms: FigureTerms<SharedFigure> | FigureTerms<StageFigure>;
  readonly scale: 1 | 100;
  readonly unit: string;
  readonly clause: ClauseReference;
}

/** The rules of basic balance as dated data. */
export interface BasicRuleSet {
  readonly id: string;
  readonly version: string;
  readonly title: Readonly<Record<"zh-CN" | "en", string>>;
  readonly indicators: readonly BasicIndicatorRule[];
  readonly clauses: Readonly<Record<"composite" | "standards" | "growth" | "vetoes" | "score" | "split", ClauseReference>>;
  readonly values: BasicSeries;
}

/** The values of the rules on one day, ready to compute with. */
export interface BasicRules {
  readonly ruleSet: BasicRuleSet;
  readonly values: BasicValues;
  readonly indicators: readonly BasicIndicatorRule[];
  readonly inclusion: InclusionRules;
  readonly split: Rules["split"];
  readonly composite: Readonly<Record<Stage, { readonly limit: number; readonly deciding: CvLine; readonly other: CvLine }>>;
  readonly pack: StandardsPack | null;
}

const withoutGym = (rule: BasicIndicatorRule): BasicIndicatorRule =>
  rule.id === "B1"
    ? { ...rule, terms: [...(rule.terms as FigureTerms<SharedFigure>), { figure: "facilities.gymAreaM2", sign: -1 }] }
    : rule;

/** Resolves the rules on a day (ISO date). */
export const basicRulesOn = (ruleSet: BasicRuleSet, date: string): BasicRules => {
  const entries = Object.entries(ruleSet.values).map(([key, series]) => [key, inForce<unknown>(series, date)]);
  const values = Object.fromEntries(entries) as BasicValues;
  const decimals = values["basic.rounding.cvDecimals"];
  const composite = (limit: number) => {
    const { unrounded, displayed } = cvLines(fractionOf(limit), decimals);
    const first = values["basic.rounding.compare"] === "unrounded";
    return { limit, deciding: first ? unrounded : displayed, other: first ? displayed : unrounded };
  };
  const owners = values["basic.inclusion.owners"];
  return {
    ruleSet,
    values,
    indicators: values["basic.gymInTeachingArea"] === "subtracted" ? ruleSet.indicators.map(withoutGym) : ruleSet.indicators,
    inclusion: {
      excludedTypes: values["basic.inclusion.excludedTypes"],
      teachingPointMinimum: 0,
      mergeSmallTeachingPoints: false,
      mergeCampuses: values["basic.inclusion.campuses"] === "merged",
      excludePartialSchools: values["basic.inclusion.partialSchools"] === "excluded",
      ...(owners === "all" ? {} : { owners }),
    },
    split: {
      primaryJunior: values["basic.split.primaryJunior"],
      juniorSenior: values["basic.split.juniorSenior"],
      allStages: values["basic.split.allStages"],
      kindergarten: values["basic.split.kindergarten"],
    },
    composite: {
      primary: composite(values["basic.composite.limit.primary"]),
      junior: composite(values["basic.composite.limit.junior"]),
    },
    pack: packOf(values["basic.standards.pack"]),
  };
};

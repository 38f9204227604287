import type { BasicAssessment, BasicInclusion, BasicIndicator, BasicValues, GrowthItem } from "@server/compliance/basic-contract";
import type { Verdict } from "@server/compliance/verdict-contract";
import type { Stage } from "@server/statistics/contract";
import type { BasicCounty } from "./build";

/** One situation of basic balance: a sentence, a county, what must come out. */
export interface BasicSituation {
  readonly name: string;
  readonly county: BasicCounty;
  /** Values that differ from those of basic-2012; provincial standards are shown, not judged, unless said. */
  readonly readings?: Partial<BasicValues>;
  readonly verdict?: BasicAssessment["verdict"];
  readonly composite?: Partial<Record<Stage, { readonly cv?: number | null; readonly verdict?: Verdict; readonly borderline?: boolean }>>;
  /** Coefficient of one indicator. */
  readonly cv?: readonly [Stage, BasicIndicator, number | null];
  /** By section id: value of one indicator. */
  readonly values?: Readonly<Record<string, readonly [BasicIndicator, number | null]>>;
  /** By section id: paths that are missing for one indicator. */
  readonly missing?: Readonly<Record<string, readonly [BasicIndicator, readonly string[]]>>;
  /** By school code. */
  readonly inclusion?: Readonly<Record<string, readonly [BasicInclusion["decision"], BasicInclusion["reason"]]>>;
  /** By school code: what is left aside of its return. */
  readonly notes?: Readonly<Record<string, BasicInclusion["notes"]>>;
  /** By series and year. */
  readonly growth?: readonly (readonly [GrowthItem["series"], number, Verdict, boolean?])[];
  readonly growthVerdict?: Verdict;
  readonly vetoes?: Verdict;
  readonly score?: Verdict;
  readonly satisfaction?: Verdict;
  readonly standards?: Verdict;
  /** By section id: verdict against the provincial standards, and met, missed, missing. */
  readonly sections?: Readonly<Record<string, readonly [Verdict, number, number, number]>>;
}

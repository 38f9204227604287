import type { CountyColumns } from "@server/compliance/engine/index";
import type { FieldIssue } from "@server/kernel/errors";
import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import type { IssueKey, Lever, NoticeKey, Projection, RotationFlow } from "../../contract";
import type { StaffNeeds } from "../needs";
import type { ByStage, CountyState } from "../state";

type Notice = Projection["notices"][number];

/**
 * Order within a year: pupils → classes → attrition → hires → rotation (returns, then departures) →
 * completed works → judgement. Within a phase levers act by start year, then by id, so their order in
 * the list never matters.
 */
export const phases = ["hires", "rotation", "works"] as const;
export type Phase = (typeof phases)[number];

/** What a lever may read and change in one projected year. */
export interface LeverYear {
  readonly state: CountyState;
  readonly base: CountyColumns;
  readonly taught: ByStage<Uint8Array>;
  readonly rowOf: ReadonlyMap<string, number>;
  /** Staff that the standards ask for this year; computed on first use. */
  readonly needs: () => StaffNeeds;
  readonly notice: (leverId: string, key: NoticeKey, params: Notice["params"]) => void;
  readonly flow: (flow: Omit<RotationFlow, "year">) => void;
}

/** 万元 of one year. */
export interface LeverCost {
  readonly capitalWan: number;
  readonly recurrentWan: number;
}

export interface CostYear {
  readonly year: number;
  /** Prices of the year relative to the base year. */
  readonly prices: number;
  readonly state: CountyState;
}

/** What a lever is checked against before it may run. */
export interface CheckedCounty {
  readonly dataset: CountyDataset;
  readonly baseYear: number;
  readonly lastYear: number;
  readonly schoolOf: (code: string) => School | undefined;
  readonly stagesOf: (school: School) => readonly Stage[];
}

/** A complaint about one field of a lever; `field` is relative to the lever, `key` under `planning.issues.`. */
export interface LeverIssue {
  readonly field: string;
  readonly key: IssueKey;
  readonly params?: NonNullable<FieldIssue["params"]>;
}

/** Plain sentence: catalogue key under `planning.levers.` and its numbers. */
export type LeverSummary = Projection["levers"][number]["summary"];

/** One kind of intervention. A further kind is a folder with one of these, its schema in the contract and its line in the registry. */
export interface LeverModel<L extends Lever> {
  readonly type: L["type"];
  readonly phase: Phase;
  /** Impossible in this county; start, lead time and horizon are checked for every lever alike. */
  readonly issues: (lever: L, county: CheckedCounty, all: readonly Lever[]) => readonly LeverIssue[];
  /** Acts on the year's state. Called for every projected year; the lever knows its own years. */
  readonly apply: (lever: L, year: LeverYear) => void;
  /** Money of one year (the base year included), after `apply` of that year. */
  readonly cost: (lever: L, year: CostYear) => LeverCost;
  readonly summary: (lever: L) => LeverSummary;
}

/** First statistics year in which the lever counts. */
export const effectYear = (lever: Lever): number => lever.startYear + lever.leadYears;

export const noCost: LeverCost = { capitalWan: 0, recurrentWan: 0 };

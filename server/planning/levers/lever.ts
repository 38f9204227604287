import type { CountyColumns } from "@server/compliance/engine/index";
import type { FieldIssue } from "@server/kernel/errors";
import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import type { IssueKey, Lever, NoticeKey, Projection, RotationFlow } from "../contract";
import type { StaffNeeds } from "../engine/needs";
import type { ZoneMove } from "../engine/network";
import type { CountyState } from "../engine/state";

type Notice = Projection["notices"][number];

/**
 * Order within a year. Closures (openings first, then closures, then zones) → pupils → classes →
 * attrition and retirements → hires → upgrading and training → rotation (returns, then departures) →
 * completed works (building, then rooms converted, then rooms fitted out) → transfers → write-offs → county
 * facts and funds → judgement. Within a phase levers act by start year, then by id, so their order in the list never matters.
 */
export const phases = [
  "openings",
  "closures",
  "zones",
  "caps",
  "hires",
  "training",
  "rotation",
  "works",
  "conversions",
  "fittings",
  "transfers",
  "writeOffs",
  "facts",
  "funds",
  "trainingFunds",
] as const;
export type Phase = (typeof phases)[number];

/** Phases before the pupils of the year move up. */
export const networkPhases: readonly Phase[] = ["openings", "closures", "zones", "caps"];

/** What a lever may read and change in one projected year. */
export interface LeverYear {
  readonly state: CountyState;
  readonly base: CountyColumns;
  readonly rowOf: ReadonlyMap<string, number>;
  /** Staff that the standards ask for this year, computed on first use; null where nothing is judged (a rehearsal). */
  readonly needs: (() => StaffNeeds) | null;
  /** Ids of all 一票否决事项 of the rules, those of their layers included; none where nothing is judged. */
  readonly vetoes: readonly string[];
  readonly notice: (leverId: string, key: NoticeKey, params: Notice["params"]) => void;
  /** More is asked for than there is, or what `key` says: `field` is relative to the lever. */
  readonly lacking: (leverId: string, field: string, asked: number, present: number, key?: IssueKey) => void;
  /** Moves zones with all others of the year, once every lever of the phase has said so. */
  readonly rezone: (move: ZoneMove) => void;
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
  /** Planned schools included. */
  readonly dataset: CountyDataset;
  /** Codes of the schools that are there in the base year. */
  readonly existing: ReadonlySet<string>;
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

/** A school that a lever names; with `stage`, one that must teach it. */
export interface NamedSchool {
  readonly field: string;
  readonly code: string;
  readonly stage?: Stage;
  readonly stageField?: string;
}

/** Plain sentence: catalogue key under `planning.levers.` and its numbers. */
export type LeverSummary = Projection["levers"][number]["summary"];

/** What of a lever's quantity may come otherwise in a draw; its range is the lever's own. */
export interface Reach<L extends Lever> {
  readonly input: "fulfilment" | "training";
  /** Share of the quantity that a projection uses. */
  readonly likely: (lever: L) => number;
  /** The lever with so much of it reached. */
  readonly reaching: (lever: L, reached: number) => L;
}

/** What one kind of intervention does, costs and says of itself. */
export interface LeverModel<L extends Lever> {
  readonly type: L["type"];
  readonly phase: Phase;
  /** Takes from what is there: whether it is there is tried before the lever is accepted. */
  readonly takes?: (lever: L) => boolean;
  /** Rooms, posts filled, m² or 万元 that its further unit costs are paid for; one where it counts none (`per` of its form). */
  readonly units?: (lever: L) => number;
  /** Without it the quantity is what is stated. */
  readonly reach?: Reach<L>;
  /** Schools that it names; they must be there when it takes effect. */
  readonly schools: (lever: L) => readonly NamedSchool[];
  /** Impossible in this county; schools, start, lead time, end and horizon are checked for every lever alike. */
  readonly issues?: (lever: L, county: CheckedCounty, all: readonly Lever[]) => readonly LeverIssue[];
  /** Acts on the year's state. Called for every projected year; the lever knows its own years. */
  readonly apply: (lever: L, year: LeverYear) => void;
  /** Money of one year (the base year included), after `apply` of that year. */
  readonly cost: (lever: L, year: CostYear) => LeverCost;
  readonly summary: (lever: L) => LeverSummary;
}

/** First statistics year in which the lever counts. */
export const effectYear = (lever: Pick<Lever, "startYear" | "leadYears">): number => lever.startYear + lever.leadYears;

/** True in the years of a lever that ends. */
export const isInForce = (lever: Pick<Lever, "startYear" | "leadYears"> & { readonly endYear: number }, year: number): boolean =>
  year >= effectYear(lever) && year <= lever.endYear;

export const noCost: LeverCost = { capitalWan: 0, recurrentWan: 0 };

/** Capital in equal parts over the lead years, all in the start year without lead time, at each year's prices. */
export const capitalCost = (lever: Pick<Lever, "startYear" | "leadYears">, capitalWan: number, { year, prices }: CostYear): LeverCost => {
  const parts = Math.max(1, lever.leadYears);
  if (year < lever.startYear || year >= lever.startYear + parts) return noCost;
  return { capitalWan: (capitalWan / parts) * prices, recurrentWan: 0 };
};

/** A yearly amount at base prices in the years in which it is due. */
export const recurrentCost = (due: boolean, amountWan: number, { prices }: CostYear): LeverCost =>
  due ? { capitalWan: 0, recurrentWan: amountWan * prices } : noCost;

/** Both kinds together. */
export const bothCosts = (left: LeverCost, right: LeverCost): LeverCost => ({
  capitalWan: left.capitalWan + right.capitalWan,
  recurrentWan: left.recurrentWan + right.recurrentWan,
});

/** Of a lever that states which share of it is reached, that share. */
export const ownShare = <L extends Lever & { readonly fulfilment: number }>(input: Reach<L>["input"]): Reach<L> => ({
  input,
  likely: ({ fulfilment }) => fulfilment,
  reaching: (lever, fulfilment) => ({ ...lever, fulfilment }),
});

/** Of every other one, a factor on its quantity. */
export const ofQuantity = <L extends Lever>(reaching: Reach<L>["reaching"]): Reach<L> => ({
  input: "fulfilment",
  likely: () => 1,
  reaching,
});

import type { Verdict } from "@server/compliance/contract";
import type { ItemId } from "@server/compliance/items-contract";
import type { ParameterKey } from "@server/compliance/rules-contract";
import type { CountySketch, ItemSchoolSketch } from "./build";

/** One situation of one item: a sentence, a county, what must come out. */
export interface ItemSituation {
  readonly name: string;
  readonly item: ItemId;
  readonly schools?: readonly ItemSchoolSketch[];
  readonly county?: CountySketch;
  /** Rule set of the national measure, or of the procedure with its reliefs. */
  readonly rules?: 2017 | 2019;
  /** Values and readings that differ, and the last day of some of them. */
  readonly values?: Partial<Record<ParameterKey, unknown>>;
  readonly ends?: Partial<Record<ParameterKey, string>>;
  readonly expect: {
    readonly verdict: Verdict;
    readonly borderline?: boolean;
    readonly figures?: Readonly<Record<string, number | null>>;
    readonly limits?: Readonly<Record<string, number>>;
    /** Codes in order, the worst first; a stage follows a colon. */
    readonly failing?: readonly string[];
    readonly open?: readonly string[];
    /** `A001:staff.certified`, or a path of the county. */
    readonly missing?: readonly string[];
    readonly contradictory?: readonly string[];
    /** Relief → the schools that pass by it. */
    readonly reliefs?: Readonly<Record<string, readonly string[]>>;
    readonly endsIn?: number | null;
    /** Numbers of the cheapest change; null when there is none. */
    readonly change?: Readonly<Record<string, number>> | null;
  };
}

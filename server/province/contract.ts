import type { Actor } from "@server/auth/contract";
import type { CountyAssessment, IndicatorState, ResourceIndicator, Verdict } from "@server/compliance/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { Stage } from "@server/statistics/contract";
import type { Digest, Strip } from "./digest";

export type { Digest, Strip } from "./digest";

/** The immutable snapshot that a county publishes: its judgement, field by field; never drafts, scenarios or people. */
export interface PublicationPayload {
  readonly format: "hengce.publication/1";
  readonly datasetHash: string;
  readonly fiscalYear: number;
  readonly assessment: CountyAssessment;
}

/** One cell of the heat map counties × indicators: sections failing and CV of the worse stage. */
export interface HeatCell {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  readonly cv: number | null;
  /** Limit that the CV was held against; null in a snapshot that does not say. */
  readonly limit: number | null;
  readonly cvVerdict: Verdict;
  /** Relative excess over the limit, 0 when met, null when not evaluable. */
  readonly cvExcess: number | null;
  readonly mean: number | null;
  /** Sections of the stage by state of this indicator. */
  readonly sections: Readonly<Record<IndicatorState, number>>;
}

/** How a county stood in one statistics year, as it published it. */
export interface TrendYear {
  readonly year: number;
  readonly verdict: Verdict;
  readonly failing: number;
  readonly notEvaluable: number;
  readonly distance: number;
  readonly sectionsTotal: number;
  readonly sectionsMet: number;
}

/** One county of the comparison. `null` publication: known to exist, nothing published. */
export interface CountyComparisonRow {
  readonly countyId: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly cityName: string | null;
  /** The years up to this one that stand published, oldest first, at most `trendYears`; a year that is not published is left out. */
  readonly trend: readonly TrendYear[];
  readonly publication: {
    readonly id: string;
    readonly version: number;
    readonly statisticsYear: number;
    readonly publishedAt: string;
    readonly ruleSetId: string;
    readonly verdict: Verdict;
    readonly failing: number;
    readonly notEvaluable: number;
    readonly distance: number;
    readonly sectionsTotal: number;
    readonly sectionsMet: number;
    readonly pupils: number | null;
    readonly cells: readonly HeatCell[];
    /** Null when it was published before there were digests: then nothing of it is known, which is no pass. */
    readonly digest: Digest | null;
  } | null;
}

/** Statistics years that a trend looks back on, the compared one among them. */
export const trendYears = 5;

/** A county's own view of what it has published. */
export interface PublicationHead {
  readonly id: string;
  readonly version: number;
  readonly statisticsYear: number;
  readonly datasetHash: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly withdrawnAt: string | null;
}

/** All counties below the reader, published or not, for one statistics year. */
export interface CountyComparison {
  readonly statisticsYear: number;
  readonly years: readonly number[];
  readonly published: number;
  readonly total: number;
  /** Nearest to passing first; unpublished last, by code. */
  readonly rows: readonly CountyComparisonRow[];
}

/** A table of a page: texts and numbers as they are, null for what is missing. */
export interface TableRequest {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface TableFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Publication (报送) by a county, comparison (研判) by its city and province. */
export interface ProvinceService {
  /** Copies the newest judgement into an immutable snapshot; an earlier one of the same year is withdrawn in the same step. */
  publish(actor: Actor): Promise<Result<PublicationHead, AppError>>;
  withdraw(actor: Actor, publicationId: string): Promise<Result<PublicationHead, AppError>>;
  publications(actor: Actor): Promise<Result<readonly PublicationHead[], AppError>>;
  /** City and province only: a word for what stands published below them, another one after every publication and withdrawal. */
  standing(actor: Actor): Promise<Result<string, AppError>>;
  /** City and province only. `statisticsYear` null: the newest published year. */
  compare(actor: Actor, statisticsYear: number | null): Promise<Result<CountyComparison, AppError>>;
  /** City and province only: what is on a page, as a file. */
  table(actor: Actor, format: "csv" | "xlsx", table: TableRequest): Promise<Result<TableFile, AppError>>;
  /** City and province only: schools of the named counties in one indicator as published, by county id. */
  strips(
    actor: Actor,
    asked: {
      readonly statisticsYear: number;
      readonly stage: Stage;
      readonly indicator: ResourceIndicator;
      readonly countyIds: readonly string[];
    },
  ): Promise<Result<ReadonlyMap<string, Strip>, AppError>>;
  /** One county's tables as it published them: for its city and province, and for the county itself, never for a neighbour. */
  published(
    actor: Actor,
    publicationId: string,
  ): Promise<
    Result<
      {
        readonly head: PublicationHead;
        readonly county: { readonly id: string; readonly name: string; readonly code: string; readonly cityName: string | null };
        readonly payload: PublicationPayload;
      },
      AppError
    >
  >;
}

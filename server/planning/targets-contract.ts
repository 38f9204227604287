import type { Actor } from "@server/auth/contract";
import type { Verdict } from "@server/compliance/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { RowFacts } from "./targets";
import type { Target, TargetRow } from "./targets-document";

export type { RowFacts } from "./targets";
export { type Target, type TargetRow, targetRowSchema, targetRows, targetSchema } from "./targets-document";

/** One year of one row. */
export interface TargetCell {
  readonly year: number;
  /** What shall be reached; null where neither somebody wrote a target nor the projection promises one. */
  readonly target: Target | null;
  /** Somebody wrote it; else it is what the projection promises. */
  readonly written: boolean;
  /** What was reached, of a year that is loaded. */
  readonly actual: RowFacts | null;
  /** On track: of the loaded year where there is one. Null where there is none, or no target. */
  readonly progress: Verdict | null;
  /** What the scenario itself comes to, and whether that keeps the target; null outside its horizon. */
  readonly projected: Verdict | null;
}

/** 年度目标表 in the official layout. */
export interface TargetTable {
  readonly scenarioId: string;
  readonly name: string;
  readonly countyName: string;
  /** 全县方案: the scenario that the county works by. */
  readonly adopted: boolean;
  readonly locked: boolean;
  readonly baseYear: number;
  readonly fromYear: number;
  readonly toYear: number;
  readonly years: readonly number[];
  /** Years of them that are loaded. */
  readonly loadedYears: readonly number[];
  /** The answer that promises are taken from; null while the scenario has none. */
  readonly answer: { readonly runId: string; readonly upToDate: boolean } | null;
  readonly standards: Readonly<Partial<Record<TargetRow, { readonly primary: number; readonly junior: number }>>>;
  readonly rows: readonly { readonly row: TargetRow; readonly cells: readonly TargetCell[] }[];
}

/** A table as it stands on paper; texts in the reader's language. */
export interface TargetSheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  /** First cell of a group of rows, merged down as far as it repeats. */
  readonly rows: readonly (readonly string[])[];
}

/** Annual targets of the actor's own scenarios, planned beside actual. */
export interface TargetsService {
  table(actor: Actor, scenarioId: string): Promise<Result<TargetTable, AppError>>;
  /** Of the county's plan; null while no scenario has been adopted. */
  ofCounty(actor: Actor): Promise<Result<TargetTable | null, AppError>>;
  /** Writes the targets of one row; a year with null follows the projection again. Locked scenarios refuse. */
  write(actor: Actor, scenarioId: string, row: TargetRow, byYear: Readonly<Record<number, Target | null>>): Promise<Result<null, AppError>>;
  setYears(actor: Actor, scenarioId: string, fromYear: number, toYear: number): Promise<Result<null, AppError>>;
  /** Makes the scenario the county's plan, in place of the one before. */
  adopt(actor: Actor, scenarioId: string): Promise<Result<null, AppError>>;
  /** The table as an .xlsx workbook, A4 across. */
  workbook(actor: Actor, sheet: TargetSheet): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }, AppError>>;
}

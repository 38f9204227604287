import type { Actor } from "@server/auth/contract";
import type { Verdict } from "@server/compliance/contract";
import type { Overall } from "@server/compliance/items-contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { Span } from "@server/kernel/span";
import type { Lever, LeverDefaults, Scenario, ScenarioDocument } from "./contract";
import type { SimulationBase } from "./workspace-contract";

/** One year of a county's course, with or without measures: what is kept when many counties are projected at once. */
export interface CourseYear {
  readonly year: number;
  /** Resource part: sections and balance. */
  readonly verdict: Verdict;
  readonly overall: Overall["verdict"];
  /** Sections and coefficients not met, and those that cannot be judged. */
  readonly failing: number;
  readonly notEvaluable: number;
  readonly itemsNotEvaluable: number;
  readonly distance: number;
  /** Clauses not met: `primary-sections`, `primary-R4-cv`, `G4` … */
  readonly binding: readonly string[];
  /** What the levers cost, 万元. */
  readonly capitalWan: number;
  readonly recurrentWan: number;
}

/** One year on the present course. */
export interface OutlookYear {
  readonly year: number;
  /** Of all parts. */
  readonly verdict: Verdict;
  /** 差 n 项 and 无法评定 n 项: sections, coefficients and items together. */
  readonly failing: number;
  readonly open: number;
  /** Clauses not met, as those of a `CourseYear`. */
  readonly binding: readonly string[];
}

/** 不采取措施的走势: the years to come if nothing is done, by the default assumptions. */
export interface Outlook {
  /** Base year first. */
  readonly years: readonly OutlookYear[];
  /** When all parts are met, and when the resource part is. */
  readonly whole: Span;
  readonly resource: Span;
}

/** What suggestions for a county that has no scenario yet start from: its data, rules, and a scenario without levers. */
export interface CountyBase extends SimulationBase {
  readonly document: ScenarioDocument;
  readonly defaults: LeverDefaults;
}

export interface OutlookService {
  /** Of one dataset of the actor's county, as attested, by the rules in force. `not_found` for foreign data. */
  outlook(actor: Actor, datasetId: string): Promise<Result<Outlook, AppError>>;
  /** What the browser's engines look for measures from. `not_found` for foreign data. */
  base(actor: Actor, datasetId: string): Promise<Result<CountyBase, AppError>>;
  /** 放入试算: a new scenario on the dataset with these levers, under a name that is free. */
  take(actor: Actor, datasetId: string, name: string, levers: readonly Lever[]): Promise<Result<Scenario, AppError>>;
}

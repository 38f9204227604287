import type { Actor } from "@server/auth/contract";
import type { Verdict } from "@server/compliance/contract";
import type { Overall } from "@server/compliance/items-contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";

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
  /** Resource part: sections and balance. */
  readonly verdict: Verdict;
  /** 差 n 项 and 无法评定 n 项: sections, coefficients and items together. */
  readonly failing: number;
  readonly open: number;
}

/** 不采取措施的走势: the years to come if nothing is done, by the default assumptions. */
export interface Outlook {
  /** Base year first. */
  readonly years: readonly OutlookYear[];
  /** First year in which the resource part is met, null when never; whether it stays met. */
  readonly firstYear: number | null;
  readonly lasts: boolean;
}

export interface OutlookService {
  /** Of one dataset of the actor's county, as attested, by the rules in force. `not_found` for foreign data. */
  outlook(actor: Actor, datasetId: string): Promise<Result<Outlook, AppError>>;
}

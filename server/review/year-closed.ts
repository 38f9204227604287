import type { TenantTx } from "@db/tenant";
import { type AppError, appError } from "@server/kernel/errors";
import { reviewStateOf } from "./repository";
import { publishing } from "./steps";

/** Null when the county has the year to itself; else why its data and its publication stand still. */
export const yearClosed = async (tx: TenantTx, statisticsYear: number): Promise<AppError | null> => {
  const state = await reviewStateOf(tx, statisticsYear);
  if (publishing.includes(state)) return null;
  return appError(state === "locked" ? "year_locked" : "year_under_review");
};

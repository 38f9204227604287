import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";

/**
 * The workspace of a trial that has just been made of measures, at a year (0: the one that it shows by itself). Its
 * projection is asked for: without one it could neither be compared nor stand beside a plan. Where that is refused the trial is there all the same.
 */
export const openedTrial = async ({ services }: AppLoadContext, actor: Actor, id: string, year: number): Promise<string> => {
  await services.planning.startRun(actor, id);
  return `/planning/scenarios/${id}?tab=canvas${Number.isInteger(year) && year > 0 ? `&year=${year}` : ""}`;
};

import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { backtestView } from "./backtest-view";

/** Years that can be projected from, and the newest answer from the chosen one. */
export const loadBacktest = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { answers } = context.services;
  const search = new URL(request.url).searchParams;
  const stored = unwrap(await answers.backtestYears(actor)).map(({ statisticsYear }) => statisticsYear);
  // The newest year has no later one to be held against.
  const years = stored.slice(1);
  const asked = Number(search.get("from"));
  const from = years.includes(asked) ? asked : (years.at(-1) ?? null);
  const found = from === null ? null : unwrap(await answers.backtest(actor, from));
  const answered = found?.answered ?? null;
  return {
    years,
    from,
    run: found?.run ?? null,
    answered: answered === null ? null : { ...answered, answer: backtestView(answered.answer, Number(search.get("year")) || null) },
  };
};

import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { backtestView } from "./backtest-view";

/** Years that can be projected from, scenarios whose assumptions can be tested, and the newest answer to the chosen question. */
export const loadBacktest = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { answers, planning } = context.services;
  const search = new URL(request.url).searchParams;
  const stored = unwrap(await answers.backtestYears(actor)).map(({ statisticsYear }) => statisticsYear);
  // The newest year has no later one to be held against.
  const years = stored.slice(1);
  const asked = Number(search.get("from"));
  const from = years.includes(asked) ? asked : (years.at(-1) ?? null);
  const scenarios = unwrap(await planning.list(actor)).map(({ id, name }) => ({ id, name }));
  const named = scenarios.find(({ id }) => id === search.get("assumptions")) ?? null;
  const assumptionsOf = named?.id ?? null;
  const found = from === null ? null : unwrap(await answers.backtest(actor, { statisticsYear: from, assumptionsOf }));
  const answered = found?.answered ?? null;
  return {
    years,
    from,
    scenarios,
    named,
    run: found?.run ?? null,
    answered: answered === null ? null : { ...answered, answer: backtestView(answered.answer, Number(search.get("year")) || null) },
  };
};

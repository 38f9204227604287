import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { allocationRequestSchema, frontierRequestSchema } from "@server/province/portfolio-contract";
import type { z } from "zod";
import { readNumber } from "~/components/digits";
import { formError, invalidInput, readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

const refused = (error: z.ZodError) =>
  formError(invalidInput(error.issues.map(({ path }) => ({ path: String(path[0] ?? ""), message: "portfolio:issues.value" }))));

/** Asks a worker for frontiers, or for an allocation of a grant. */
export const changePortfolio = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await readForm(request);
  requirePermission(actor, form["intent"] === "frontier" ? "run.start" : "policy.write");
  const figure = (name: string) => readNumber(form[name] ?? "");
  if (form["intent"] === "frontier") {
    const asked = frontierRequestSchema.safeParse({
      statisticsYear: figure("statisticsYear"),
      horizonYears: figure("horizonYears"),
      effort: figure("effort"),
    });
    if (!asked.success) return refused(asked.error);
    const started = await context.services.portfolio.startFrontier(actor, asked.data);
    return started.ok ? redirect("/province/portfolio") : formError(started.error);
  }
  const percent = figure("provinceShare");
  const asked = allocationRequestSchema.safeParse({
    frontierRunId: form["frontier"],
    annualBudgetWan: figure("annualBudgetWan"),
    carryOver: form["carryOver"] === "on",
    provinceShare: typeof percent === "number" ? percent / 100 : percent,
  });
  if (!asked.success) return refused(asked.error);
  const started = await context.services.portfolio.allocate(actor, asked.data);
  return started.ok ? redirect(`/province/portfolio?run=${started.value.id}`) : formError(started.error);
};

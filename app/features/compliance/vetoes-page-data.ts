import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { loadItems } from "./load-items";

/** Loader of the page of vetoes, eligibility and local indicators; null while the county has no data. */
export const vetoesPageData = async (context: AppLoadContext, request: Request) => {
  const loaded = await loadItems(context, request);
  if (loaded === null) return null;
  const { dataset, assessment, declarations, evidence, item } = loaded;
  const { vetoes, eligibility, extras, overall, ruleSet } = assessment;
  const open = item !== null && (item === "E" || vetoes.some(({ id }) => id === item)) ? item : null;
  const actor = requireActor(context, request);
  const { compliance } = context.services;
  return {
    dataset,
    ruleSet,
    vetoes,
    eligibility,
    extras: extras.map(({ failing, open, ...extra }) => ({
      ...extra,
      failing: failing.slice(0, 60),
      failingCount: failing.length,
      openCount: open.length,
    })),
    verdicts: overall === null ? null : { vetoes: overall.vetoes, eligibility: overall.eligibility },
    open,
    why: open === null ? null : unwrap(await compliance.explainStatement(actor, dataset.id, open)),
    declarations,
    files: evidence.files,
    editable: evidence.editable,
  };
};
export type VetoesPageData = NonNullable<Awaited<ReturnType<typeof vetoesPageData>>>;

import type { AppLoadContext } from "@remix-run/node";
import type { SectionAssessment } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import { wholeOf } from "@server/compliance/whole-contract";
import { matrixOf, matrixQuery } from "~/features/compliance/matrix";
import { stageOverview } from "~/features/compliance/stage-overview";
import { readWhy } from "~/features/compliance/why";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { type View, views } from "./views";

/** One county as it published itself: the figures of the chosen view, not the whole snapshot. */
export const loadPublished = async (context: AppLoadContext, request: Request, publicationId: string) => {
  const actor = requireActor(context, request);
  requirePermission(actor, actor.orgKind === "county" ? "publication.read" : "comparison.read");
  const { head, county, payload } = unwrap(await context.services.province.published(actor, publicationId));
  const { assessment } = payload;
  const url = new URL(request.url);
  const asked = url.searchParams.get("view");
  const view: View = views.find((one) => one === asked) ?? "summary";
  const query = matrixQuery(url);
  const opened = url.searchParams.get("item");
  const askedItem = itemIds.find((id) => id === opened);
  const why = readWhy(url);
  const section: SectionAssessment | undefined =
    why?.kind === "section" ? assessment.stages[why.stage].sections.find(({ id }) => id === why.sectionId) : undefined;
  return {
    head,
    county,
    view,
    query,
    whole: wholeOf(assessment),
    ruleSet: assessment.ruleSet,
    stages: { primary: stageOverview(assessment.stages.primary), junior: stageOverview(assessment.stages.junior) },
    matrix: view === "matrix" ? matrixOf(assessment.stages[query.stage], query) : null,
    items:
      view !== "items" || assessment.items === null
        ? null
        : itemIds.flatMap((id) => {
            const item = assessment.items?.[id];
            if (item === undefined) return [];
            const { verdict, borderline, figures, limits, failing, open } = item;
            return [{ id, verdict, borderline, figures, limits, failing: failing.length, open: open.length }];
          }),
    item: view === "items" && askedItem !== undefined ? (assessment.items?.[askedItem] ?? null) : null,
    inclusion: view === "summary" ? assessment.inclusion : null,
    why: why !== null && section !== undefined ? { section, indicator: why.indicator } : null,
  };
};

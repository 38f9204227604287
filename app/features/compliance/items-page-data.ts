import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import type { ItemsPageData } from "./ItemsPage";
import { askedItem, forPanel, type ItemPage, itemRows } from "./items";
import { loadItems } from "./load-items";

/** Loader of a page of items; null while the county has no data. */
export const itemsPageData = async (context: AppLoadContext, request: Request, page: ItemPage): Promise<ItemsPageData | null> => {
  const loaded = await loadItems(context, request);
  if (loaded === null) return null;
  const { dataset, assessment, declarations, evidence, item } = loaded;
  const asked = askedItem(page, item);
  const { compliance } = context.services;
  return {
    dataset,
    ruleSet: assessment.ruleSet,
    verdict: assessment.overall?.[page] ?? null,
    rows: itemRows(assessment, page, declarations, evidence.files),
    open: asked === null ? null : forPanel(unwrap(await compliance.explainItem(requireActor(context, request), dataset.id, asked))),
    declarations,
    files: evidence.files,
    editable: evidence.editable,
  };
};

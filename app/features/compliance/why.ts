import { type ExplainQuery, resourceIndicatorSchema } from "@server/compliance/contract";
import { stageSchema } from "@server/statistics/contract";

/** The `why` parameter of an address: which verdict is being asked about, `section.primary.R3~CODE:primary`. */
export const whyValue = (
  kind: ExplainQuery["kind"],
  stage: ExplainQuery["stage"],
  indicator: ExplainQuery["indicator"],
  sectionId: string | null,
): string => `${kind}.${stage}.${indicator}${sectionId === null ? "" : `~${sectionId}`}`;

/** Reads it back; null when the address asks nothing or nonsense. */
export const readWhy = (url: URL): ExplainQuery | null => {
  const [head = "", sectionId = null] = (url.searchParams.get("why") ?? "").split("~");
  const [kind, stage, indicator] = head.split(".");
  const asked = { stage: stageSchema.safeParse(stage), indicator: resourceIndicatorSchema.safeParse(indicator) };
  if (!asked.stage.success || !asked.indicator.success) return null;
  if (kind === "balance") return { kind, stage: asked.stage.data, indicator: asked.indicator.data, sectionId: null };
  return kind === "section" && sectionId ? { kind, stage: asked.stage.data, indicator: asked.indicator.data, sectionId } : null;
};

import type { LayerDraft } from "@server/compliance/layers-contract";

export const source = { document: "某省教督〔2024〕1号", article: "第三条" };

/** A layer that sets one value from 2024 on. */
export const draft = (key: string, value: number, more: Partial<LayerDraft> = {}): LayerDraft => ({
  entries: [{ key, value, source, certainty: "certain", validFrom: "2024-01-01", validTo: null }],
  extraVetoes: [],
  extraIndicators: [],
  note: "收紧标准",
  ...more,
});

/** A layer that sets nothing any more. */
export const nothing: LayerDraft = { entries: [], extraVetoes: [], extraIndicators: [], note: "撤销" };

/** What passing means: all 32 indicators and the vetoes with what was stated, or the resource part (七项指标与差异系数) alone. */
export const passingParts = ["whole", "resource"] as const;
export type PassingPart = (typeof passingParts)[number];

/** The meaning that an address asks for; the whole unless it says otherwise. */
export const passingPartOf = (asked: string | null): PassingPart => passingParts.find((part) => part === asked) ?? "whole";

import type { Lever } from "../contract";
import { effectYear } from "../levers/lever";

/** Years in which schools close and planned ones open. */
export interface Network {
  readonly closes: ReadonlyMap<string, { readonly year: number; readonly leverId: string }>;
  readonly opens: ReadonlyMap<string, number>;
}

export const networkOf = (levers: readonly Lever[]): Network => ({
  closes: new Map(
    levers.flatMap((lever) =>
      lever.type === "close_school" ? [[lever.schoolCode, { year: effectYear(lever), leverId: lever.id }] as const] : [],
    ),
  ),
  opens: new Map(levers.flatMap((lever) => (lever.type === "open_school" ? [[lever.code, effectYear(lever)] as const] : []))),
});

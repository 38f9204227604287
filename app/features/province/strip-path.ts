import type { Strip } from "@server/province/contract";

/** Marks of the schools that meet, short, of those that do not, long, and of those in between; one path each. */
export const stripPath = (strip: Strip, top: number, width: number, height: number, which: "met" | "short"): string =>
  strip
    .filter(({ state, value }) => value !== null && (state === "met") === (which === "met"))
    .map(({ value }) => {
      const x = ((Math.min(value ?? 0, top) / top) * width).toFixed(1);
      return which === "met" ? `M${x} 5V${height - 5}` : `M${x} 1V${height - 1}`;
    })
    .join("");

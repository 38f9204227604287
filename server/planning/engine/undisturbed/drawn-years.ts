import type { AssumedInput } from "../../contract";
import type { YearCells } from "./cells";

/** What turns out otherwise than likely, school by school: the figures of `Draw`. */
export type DrawnYears = Readonly<Record<Exclude<AssumedInput, "priceGrowth">, YearCells>>;

import type { DefaultSource } from "./contract";

/** Where one default comes from. */
export const source = (
  path: string,
  origin: DefaultSource["origin"],
  note: DefaultSource["note"],
  params: DefaultSource["params"] = {},
): DefaultSource => ({ path, origin, note, params });

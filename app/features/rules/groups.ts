/** Groups of the parameters, in the order of the regulation; the first part of a key, less its number. */
export const groups = [
  "R",
  "schoolRule",
  "CV",
  "split",
  "teachers",
  "inclusion",
  "rounding",
  "relief",
  "G",
  "Q",
  "X",
  "vetoes",
  "eligibility",
  "price",
  "basic",
] as const;

/** The group that a parameter belongs to. */
export const groupOf = (key: string): string => (key.split(".")[0] ?? "").replace(/^([A-Z])\d+$/, "$1");

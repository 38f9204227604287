/**
 * A text whose blanks are filled many times, for instance once per cell of a table: the catalogue is asked once.
 * Takes the text with its blanks, `t("compliance:matrix.cell", { skipInterpolation: true })`.
 */
export const phrase = (text: string): ((values: Readonly<Record<string, unknown>>) => string) => {
  const parts = text.split(/\{\{(\w+)\}\}/);
  // Blanks stand at the odd places.
  return (values) => parts.map((part, place) => (place % 2 === 1 ? String(values[part] ?? "") : part)).join("");
};

/** Plain-text tables for terminals; Chinese characters take two columns. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const widthOf = (text: string): number => [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);

/** Rows with columns padded to equal width; the first row is underlined. Numbers (right) and texts (left) by `align`. */
export const textTable = (rows: readonly (readonly string[])[], align: string): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ""))));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? "";
        const space = " ".repeat(width - widthOf(cell));
        return align[column] === "r" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  const [head, ...body] = rows;
  if (head === undefined) return "";
  return [line(head), widths.map((width) => "-".repeat(width)).join("  "), ...body.map(line)].join("\n");
};

/** 四舍五入 to fixed decimals of the decimal text of a number; "–" for a missing one. */
export const fixed = (value: number | null, decimals: number): string => {
  if (value === null) return "–";
  const rounded = Math.round(Number(`${Math.abs(value)}e${decimals}`)) / 10 ** decimals;
  const text = (Number.isFinite(rounded) ? rounded : Math.abs(value)).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `-${text}` : text;
};

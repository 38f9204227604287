/** Rectangles of cells as spreadsheet programs put them on the clipboard: tabs between cells, lines between rows, quotes around what holds either. */

/** Cells of a copied range, row by row. The line end after the last row is no row. */
export const readRange = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  const close = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") close();
    else if (sign === "\n") {
      close();
      rows.push([]);
    } else cell += sign;
  }
  const last = rows.at(-1) ?? [];
  if (cell !== "" || last.length > 0) close();
  else rows.pop();
  return rows;
};

/** A range for the clipboard. */
export const writeRange = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join("\t")).join("\n");

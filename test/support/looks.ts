import type { Page } from "playwright-core";

/**
 * How a page looks, coarsely: the luminance of small squares. Two pictures of the same screen drawn with other fonts or
 * other smoothing differ a little everywhere; a part that is missing, moved or overlaid differs much in one place.
 */
export interface Look {
  readonly columns: number;
  readonly rows: number;
  /** Mean luminance of each square, 0 to 1, row by row. */
  readonly light: readonly number[];
}

/** Part of a page that looks otherwise, in pixels of the page. */
export interface Difference {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Side of a square in pixels of the page: smaller than a line of text, larger than a stroke. */
const side = 8;
/** Kept pictures are half as large. */
const shrink = 2;
/**
 * Of two squares with their neighbours. Another typeface of the same size (Noto Serif in the place of Noto Sans) stays
 * below; the text of a row, a button or a chip that is gone goes beyond.
 */
const tolerance = 0.06;
/** Fewer squares together are one word that is a little longer. */
const fewest = 14;

/** Reads a picture in a page that belongs to no site. `scale`: pixels of the page for one of the picture. */
const lookOf = async (blank: Page, address: string, scale: number): Promise<Look> =>
  blank.evaluate(
    async ({ address, cell }) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const [columns, rows] = [Math.floor(image.width / cell), Math.floor(image.height / cell)];
      const light = new Array<number>(columns * rows).fill(0);
      for (let y = 0; y < rows * cell; y += 1) {
        for (let x = 0; x < columns * cell; x += 1) {
          const at = (y * image.width + x) * 4;
          const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
          const square = Math.floor(y / cell) * columns + Math.floor(x / cell);
          light[square] = (light[square] ?? 0) + (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 / (cell * cell);
        }
      }
      return { columns, rows, light };
    },
    { address, cell: side / scale },
  );

const dataUrl = (type: "png" | "webp", bytes: Buffer): string => `data:image/${type};base64,${bytes.toString("base64")}`;

/** The look of a screenshot (.png). */
export const lookOfScreen = (blank: Page, png: Buffer): Promise<Look> => lookOf(blank, dataUrl("png", png), 1);
/** The look of a kept picture (.webp). */
export const lookOfKept = (blank: Page, webp: Buffer): Promise<Look> => lookOf(blank, dataUrl("webp", webp), shrink);

/** A screenshot as it is kept: half the size, .webp. */
export const keptPicture = async (blank: Page, png: Buffer): Promise<Buffer> => {
  const written = await blank.evaluate(
    async ({ address, shrink }) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width / shrink, image.height / shrink];
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.imageSmoothingQuality = "high";
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL("image/webp", 0.8);
    },
    { address: dataUrl("png", png), shrink },
  );
  return Buffer.from(written.slice(written.indexOf(",") + 1), "base64");
};

/** Each square with its eight neighbours, so that a pixel's shift of a line of text is none. */
const blurred = ({ columns, rows, light }: Look): readonly number[] =>
  light.map((_, square) => {
    const [column, row] = [square % columns, Math.floor(square / columns)];
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        sum += light[y * columns + x] ?? 0;
        count += 1;
      }
    }
    return sum / count;
  });

/** Where two looks differ by more than fonts do; the whole screen when their sizes differ. */
export const differences = (kept: Look, now: Look): readonly Difference[] => {
  const { columns, rows } = now;
  if (kept.columns !== columns || kept.rows !== rows) return [{ x: 0, y: 0, width: columns * side, height: rows * side }];
  const [before, after] = [blurred(kept), blurred(now)];
  const differ = new Set(after.flatMap((light, square) => (Math.abs(light - (before[square] ?? 0)) > tolerance ? [square] : [])));
  const found: Difference[] = [];
  while (differ.size > 0) {
    const [first = 0] = differ;
    const part: number[] = [];
    const waiting = [first];
    differ.delete(first);
    for (let square = waiting.pop(); square !== undefined; square = waiting.pop()) {
      part.push(square);
      const column = square % columns;
      const near = [square - columns, square + columns, ...(column > 0 ? [square - 1] : []), ...(column < columns - 1 ? [square + 1] : [])];
      for (const next of near) if (differ.delete(next)) waiting.push(next);
    }
    if (part.length < fewest) continue;
    const [xs, ys] = [part.map((square) => square % columns), part.map((square) => Math.floor(square / columns))];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    found.push({
      x: left * side,
      y: top * side,
      width: (Math.max(...xs) - left + 1) * side,
      height: (Math.max(...ys) - top + 1) * side,
    });
  }
  return found;
};

import { type SeriesName, seriesOutline } from "~/components/SeriesMark";

/** SVG as text: what a picture of a page is drawn with. Colours are those of the pages, written out, as a file stands alone. */
export const inks = {
  ink: "#1b2430",
  muted: "#4a5666",
  line: "#c9d1db",
  grey: "#7f93ac",
  fail: "#ad1f17",
  none: "#525d6b",
  pass: "#17663f",
  accent: "#1b4f8f",
  own: "#e8eff8",
  head: "#f7f9fb",
  depths: ["none", "#f6cfc9", "#db7268", "#9c1a13"],
  series: { a: "#1b4f8f", b: "#6b3fa0", c: "#0f766e", d: "#7a4b00" },
} as const;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Text that XML can hold: marks escaped, control characters left out. */
const escaped = (text: string): string => text.replace(/[^ -\uffff]|[&<>"]/g, (sign) => escapes[sign] ?? "");

type Attributes = Readonly<Record<string, string | number>>;
const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");

export const text = (x: number, y: number, content: string, attributes: Attributes = {}): string =>
  content === "" ? "" : `<text x="${x}" y="${y}"${attributesOf(attributes)}>${escaped(content)}</text>`;
/** Room that a text takes at 12 px, in whole px: a Chinese sign a square, any other about half of one. */
export const widthOf = (words: string): number =>
  Math.ceil([...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 12 : 6.8), 0));

/** A Chinese sign or a word with what must not be parted from it: an opening bracket before, punctuation and spaces after. */
const pieces = /（?(?:[\u2e80-\u{10ffff}]|[^\s\u2e80-\u{10ffff}]+)[，。；、：）]*\s*/gu;

/** Words in lines of at most a width, in px at 12 px; a longer word has a line of its own. */
export const wrapped = (words: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const piece of words.match(pieces) ?? []) {
    if (line !== "" && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
};

export const rect = (x: number, y: number, width: number, height: number, fill: string, attributes: Attributes = {}): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${attributesOf(attributes)}/>`;
export const path = (d: string, attributes: Attributes): string => (d === "" ? "" : `<path d="${d}"${attributesOf(attributes)}/>`);
export const group = (x: number, y: number, content: string): string => `<g transform="translate(${x} ${y})">${content}</g>`;

/** Shape of a verdict, 12 px, its left upper corner at the origin: told apart without colour. */
export const shape = (verdict: "met" | "not_met" | "not_evaluable"): string => {
  const stroke = { stroke: "#ffffff", "stroke-width": 1.5, fill: "none" };
  if (verdict === "met") return `<circle cx="6" cy="6" r="5.5" fill="${inks.pass}"/>${path("M3.2 6.2l2 2 3.4-3.8", stroke)}`;
  if (verdict === "not_met") return rect(0.5, 0.5, 11, 11, inks.fail) + path("M3.5 3.5l5 5M8.5 3.5l-5 5", stroke);
  const dashed = { stroke: inks.none, fill: "#ffffff", "stroke-width": 1.2, "stroke-dasharray": "2 1.4" };
  return path("M6 1a5 5 0 1 0 .01 0", dashed) + path("M3.8 6h4.4", { stroke: inks.none, "stroke-width": 1.4 });
};

/** Mark of a county beside others, centred at the origin of its group. */
export const seriesMark = (name: SeriesName): string => path(seriesOutline[name], { fill: inks.series[name], stroke: "#ffffff" });

/** The whole picture; `title` is its accessible name. */
export const document = (width: number, height: number, title: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"` +
  ` font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif" font-size="12" fill="${inks.ink}">` +
  `<title>${escaped(title)}</title>` +
  `<defs><pattern id="none" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<path d="M0 0V5" stroke="${inks.grey}"/></pattern></defs>${rect(0, 0, width, height, "#ffffff")}${content}</svg>`;

export interface PictureTexts {
  readonly title: string;
  /** What is shown, in what order, over how many counties. */
  readonly notes: readonly string[];
  /** Key to the marks. */
  readonly key: string;
}

const margin = 16;

const keySize = 11;

/** A picture with its title and notes above it and the key to its marks beneath, both in lines that fit its width. */
export const framed = (width: number, height: number, texts: PictureTexts, content: string): string => {
  const notes = texts.notes.flatMap((note) => wrapped(note, width));
  const keys = wrapped(texts.key, (width * 12) / keySize);
  const top = margin + 24 + notes.length * 16;
  const lines =
    text(margin, margin + 12, texts.title, { "font-size": 16, "font-weight": 600 }) +
    notes.map((note, index) => text(margin, margin + 32 + index * 16, note, { fill: inks.muted })).join("");
  const bottom = top + height + 28;
  const key = keys.map((line, index) => text(margin, bottom + index * 15, line, { fill: inks.muted, "font-size": keySize })).join("");
  const below = Math.max(0, keys.length - 1) * 15 + margin;
  return document(width + 2 * margin, bottom + below, texts.title, lines + group(margin, top + 8, content) + key);
};

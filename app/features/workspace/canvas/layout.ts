import type { SchoolCard } from "./school-cards";

export const cardWidth = 176;
const cardHeight = 48;
const badgeHeight = 20;
export const mostBadges = 2;
const gap = 14;
const padding = 12;
const headHeight = 40;
const foldedWidth = 250;
const foldedHeight = 42;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TownshipBox extends Box {
  readonly township: string;
  readonly folded: boolean;
  readonly schools: readonly SchoolCard[];
  /** Places of the schools, within the box. */
  readonly places: readonly Box[];
}

const heightOf = ({ badges }: SchoolCard): number => cardHeight + Math.min(badges.length, mostBadges) * badgeHeight;

/** Schools of one township in rows of equal height, as square as words allow. */
const openBox = (township: string, schools: readonly SchoolCard[]): TownshipBox => {
  const columns = Math.min(4, Math.max(1, Math.ceil(Math.sqrt(schools.length))));
  const places: Box[] = [];
  let y = headHeight;
  for (let first = 0; first < schools.length; first += columns) {
    const row = schools.slice(first, first + columns);
    const height = Math.max(...row.map(heightOf));
    for (const [place, school] of row.entries())
      places.push({ x: padding + place * (cardWidth + gap), y, width: cardWidth, height: heightOf(school) });
    y += height + gap;
  }
  return {
    township,
    folded: false,
    schools,
    places,
    x: 0,
    y: 0,
    width: 2 * padding + columns * cardWidth + (columns - 1) * gap,
    height: y - gap + padding,
  };
};

const foldedBox = (township: string, schools: readonly SchoolCard[]): TownshipBox => ({
  township,
  folded: true,
  schools,
  places: [],
  x: 0,
  y: 0,
  width: foldedWidth,
  height: foldedHeight,
});

/** Townships that nothing touches fold to a line, unless nothing is touched at all: then those with schools that do not pass stay open. */
export const foldedTownships = (cards: readonly SchoolCard[]): ReadonlySet<string> => {
  const changed = new Set(cards.filter((card) => card.changed).map(({ township }) => township));
  const failing = new Set(cards.filter(({ verdict }) => verdict !== null && verdict !== "met").map(({ township }) => township));
  const open = changed.size > 0 ? changed : failing;
  return new Set(cards.map(({ township }) => township).filter((township) => !open.has(township)));
};

/** The lowest place at `x` under which nothing lies yet. */
const floorAt = (placed: readonly Box[], x: number, width: number): number =>
  Math.max(0, ...placed.filter((box) => box.x < x + width && x < box.x + box.width).map((box) => box.y + box.height + gap));

/** Townships packed from the top left: the tallest open boxes first, folded lines beneath, about as wide as high. */
export const layout = (cards: readonly SchoolCard[], folded: ReadonlySet<string>): readonly TownshipBox[] => {
  const byTownship = new Map<string, SchoolCard[]>();
  for (const card of cards) byTownship.set(card.township, [...(byTownship.get(card.township) ?? []), card]);
  const boxes = [...byTownship].map(([township, schools]) =>
    folded.has(township) ? foldedBox(township, schools) : openBox(township, schools),
  );
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const sheet = Math.max(...boxes.map(({ width }) => width), Math.sqrt(area * 1.5));
  const order = (a: TownshipBox, b: TownshipBox) =>
    Number(a.folded) - Number(b.folded) || b.height - a.height || (a.township < b.township ? -1 : 1);
  const placed: TownshipBox[] = [];
  for (const box of boxes.sort(order)) {
    const starts = [0, ...placed.map(({ x, width }) => x + width + gap)].filter((x) => x + box.width <= sheet);
    const spots = starts.map((x) => ({ x, y: floorAt(placed, x, box.width) })).sort((a, b) => a.y - b.y || a.x - b.x);
    placed.push({ ...box, ...(spots[0] ?? { x: 0, y: floorAt(placed, 0, box.width) }) });
  }
  return placed;
};

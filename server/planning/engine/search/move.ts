import type { Lever } from "../../contract";
import type { TeacherField } from "../state";
import { allOrNone, type Candidate, cents, draft, fixedAs } from "./draft";
import { neighboursOf, type Place, placesOf, privateOwner, type Site, scaleOf, surplusOf } from "./site";

/** So much of a resource from one school to another, base unit. */
interface Move {
  readonly from: Place;
  readonly to: Place;
  readonly amount: number;
  /** Attribute of the staff that travels. */
  readonly attribute: TeacherField;
}

const specialists = ["physicalEducation", "music", "art", "integratedArts"] as const;

/** The attribute that travels: for R3 the one of which the sender has most. */
const attributeOf = (site: Site, from: Place): TeacherField => {
  if (from.indicator !== "R3") return from.indicator === "R2" ? "backbone" : "aboveRequiredEducation";
  const columns = site.lean.columns.teachers[from.stage];
  const count = (field: (typeof specialists)[number]): number => columns[field][from.section.unit.head] ?? 0;
  return specialists.reduce((best, field) => (count(field) > count(best) ? field : best));
};

const staffMove = (site: Site, { from, to, amount, attribute }: Move): Lever | null => {
  const persons = Math.max(0.5, cents(amount));
  return draft(site, "rotate_teachers", {
    fromCode: from.code,
    toCode: to.code,
    stage: to.stage,
    teachers: persons,
    [attribute]: persons,
    termYears: 15,
  });
};

const goodsMove = (site: Site, { from, to, amount }: Move, indicator: "R6" | "R7"): Lever | null =>
  indicator === "R6"
    ? draft(site, "transfer_equipment", { fromCode: from.code, toCode: to.code, valueWan: cents(amount / 10_000), multimediaRooms: 0 })
    : draft(site, "transfer_equipment", { fromCode: from.code, toCode: to.code, valueWan: 0, multimediaRooms: Math.ceil(amount - 1e-9) });

/** Levers that move staff (R1–R3), equipment (R6) or multimedia rooms (R7); areas cannot be moved. */
const movesAs = (site: Site, indicator: Place["indicator"], moves: readonly Move[], factor: number): readonly Lever[] | null => {
  if (indicator === "R4" || indicator === "R5") return null;
  const sized = moves.map((move) => ({ ...move, amount: move.amount * factor }));
  return indicator === "R6" || indicator === "R7"
    ? allOrNone(sized.map((move) => goodsMove(site, move, indicator)))
    : allOrNone(sized.map((move) => staffMove(site, move)));
};

const moved = (site: Site, indicator: Place["indicator"], moves: readonly Move[]): readonly Candidate[] =>
  moves.length === 0 || indicator === "R4" || indicator === "R5"
    ? []
    : [
        {
          kind: indicator === "R6" || indicator === "R7" ? "transfer_equipment" : "rotate_teachers",
          sized: true,
          build: (factor) => movesAs(site, indicator, moves, factor),
        },
      ];

/** From the public school that can spare most. */
export const movedFromRichest = (site: Site, place: Place): readonly Candidate[] => {
  const [richest] = placesOf(site, place.stage, place.indicator)
    .filter(({ code, ownerCode }) => code !== place.code && ownerCode !== privateOwner)
    .map((other) => ({ other, spare: surplusOf(site, other) }))
    .filter(({ spare }) => spare > 0)
    .sort((left, right) => right.spare - left.spare || (left.other.code < right.other.code ? -1 : 1));
  return richest === undefined || place.ownerCode === privateOwner
    ? []
    : moved(site, place.indicator, [{ from: richest.other, to: place, amount: place.needed, attribute: attributeOf(site, richest.other) }]);
};

const mostMoves = 20;

/** From the richest schools to the poorest until the coefficient of variation is within `limit`; nobody gives below mean or standard. */
export const levelling = (site: Site, places: readonly Place[], limit: number): readonly Candidate[] => {
  const [first] = places;
  if (first === undefined) return [];
  const scale = scaleOf(site, first);
  const all = places.filter(({ ownerCode }) => ownerCode !== privateOwner);
  const resource = new Map(places.map((place) => [place, place.resource]));
  const people = places.reduce((sum, { pupils }) => sum + pupils, 0);
  const ratio = places.reduce((sum, { resource: own }) => sum + own, 0) / people;
  const cv = (): number =>
    Math.sqrt(places.reduce((sum, place) => sum + ((resource.get(place) ?? 0) - ratio * place.pupils) ** 2 / place.pupils, 0) / people) /
    ratio;
  const over = (place: Place): number => (resource.get(place) ?? 0) - Math.max(ratio, place.standard / scale) * place.pupils;
  const under = (place: Place): number => ratio * place.pupils - (resource.get(place) ?? 0);
  const moves: Move[] = [];
  while (cv() > limit && moves.length < mostMoves) {
    const from = all.reduce<Place | null>((best, place) => (best === null || over(place) > over(best) ? place : best), null);
    const to = all.reduce<Place | null>((best, place) => (best === null || under(place) > under(best) ? place : best), null);
    if (from === null || to === null) break;
    const amount = Math.min(over(from), under(to));
    if (!(amount > 1e-6)) break;
    resource.set(from, (resource.get(from) ?? 0) - amount);
    resource.set(to, (resource.get(to) ?? 0) + amount);
    moves.push({ from, to, amount, attribute: attributeOf(site, from) });
  }
  return moved(site, first.indicator, moves);
};

/** Fewer pupils: a share of them, enough for the standard, to the neighbour that can spare most; or the school closed into it. */
export const fewerPupils = (site: Site, place: Place): readonly Candidate[] => {
  const [receiver] = neighboursOf(site, place);
  if (receiver === undefined) return [];
  const rezoned: Candidate = {
    kind: "rezone",
    sized: true,
    build: (factor) => {
      const share = Math.ceil((1 - place.value / place.standard) * factor * 1000) / 1000;
      if (!(share < 1)) return null;
      const { code: fromCode, stage } = place;
      return allOrNone([draft(site, "rezone", { fromCode, toCode: receiver.code, stage, scope: "all_pupils", share })]);
    },
  };
  const closed = fixedAs("close_school", () => [
    draft(site, "close_school", { schoolCode: place.code, targets: [{ schoolCode: receiver.code, share: 1 }] }),
  ]);
  return place.pupils <= mergedBelow ? [rezoned, closed] : [rezoned];
};

/** A school of more pupils is not proposed for closing. */
const mergedBelow = 100;

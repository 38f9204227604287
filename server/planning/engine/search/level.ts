import type { Candidate } from "./draft";
import { levelling } from "./move";
import { countyStaff, raisings, rotationPolicy } from "./raise";
import { type Place, type Site, scaleOf } from "./site";

/** A want of a place: resource of the whole school, base unit. */
interface Want {
  readonly place: Place;
  readonly amount: number;
}

/** Schools raised in one suggestion, at most. */
const mostRaised = 40;
const steps = 40;

/**
 * Who must be raised, and by how much, for a coefficient of variation to come within `limit` when every school
 * below one level is lifted to it; the lowest such level, by halving. Null when even one level for all does not do.
 */
export const waterLine = (site: Site, places: readonly Place[], limit: number): readonly Want[] | null => {
  const [first] = places;
  if (first === undefined) return null;
  const people = places.reduce((sum, { pupils }) => sum + pupils, 0);
  const cvAt = (level: number): number => {
    const raised = places.map(({ resource, pupils }) => Math.max(resource, level * pupils));
    const ratio = raised.reduce((sum, own) => sum + own, 0) / people;
    const squares = places.reduce((sum, { pupils }, index) => sum + ((raised[index] ?? 0) - ratio * pupils) ** 2 / pupils, 0);
    return Math.sqrt(squares / people) / ratio;
  };
  let low = 0;
  let high = Math.max(...places.map(({ resource, pupils }) => resource / pupils));
  if (!(cvAt(high) <= limit)) return null;
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    if (cvAt(middle) <= limit) high = middle;
    else low = middle;
  }
  // Resources come in whole persons and rooms: what is a hair below the level needs nothing.
  const hair = 1e-6 / scaleOf(site, first);
  return places
    .map((place): Want => ({ place, amount: (high * place.pupils - place.resource) / place.share }))
    .filter(({ place, amount }) => amount > hair * place.pupils)
    .sort((left, right) => right.amount - left.amount)
    .slice(0, mostRaised);
};

/** Ways to bring the coefficient of variation of one indicator within its limit. */
export const balanceCandidates = (site: Site, places: readonly Place[], limit: number): readonly Candidate[] => {
  const [first] = places;
  const known = places.filter(({ resource, pupils }) => !Number.isNaN(resource) && pupils > 0);
  if (first === undefined || known.length < places.length) return [];
  const wants = waterLine(site, places, limit * 0.999) ?? [];
  const persons = wants.reduce((sum, { amount }) => sum + amount, 0);
  const { indicator, stage } = first;
  const staff = indicator === "R1" || indicator === "R2" || indicator === "R3";
  return [
    ...raisings(site, indicator, wants, true),
    ...levelling(site, places, limit * 0.999),
    ...(staff ? [...countyStaff(site, indicator, stage, persons), ...rotationPolicy(site)] : []),
  ];
};

type Held = Readonly<Record<string, unknown>>;
type Part<Name> = readonly [name: Name, Difference];

/** How a value differs from an earlier one: it is another, or some parts of a list or an object differ. */
export type Difference =
  | { readonly whole: unknown }
  | { readonly places: readonly Part<number>[]; readonly length: number }
  | { readonly names: readonly Part<string>[] };

const isPlain = (value: unknown): value is Held =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * What has to be told to whoever has `before`, so that she has `next`; null when both say the same. For plain values
 * (objects and lists of them, no cycles).
 */
export const differenceOf = (before: unknown, next: unknown): Difference | null => {
  if (Object.is(before, next)) return null;
  if (Array.isArray(next)) return Array.isArray(before) ? inList(before, next) : { whole: next };
  return isPlain(before) && isPlain(next) ? inObject(before, next) : { whole: next };
};

// Whole answers are compared at every edit: nothing is made where nothing differs.
const inList = (before: readonly unknown[], next: readonly unknown[]): Difference | null => {
  const places: Part<number>[] = [];
  for (let place = 0; place < next.length; place += 1) {
    const difference = place < before.length ? differenceOf(before[place], next[place]) : { whole: next[place] };
    if (difference !== null) places.push([place, difference]);
  }
  return places.length === 0 && before.length === next.length ? null : { places, length: next.length };
};

const inObject = (before: Held, next: Held): Difference | null => {
  const all = Object.keys(next);
  if (all.length !== Object.keys(before).length) return { whole: next };
  const names: Part<string>[] = [];
  for (const name of all) {
    if (!(name in before)) return { whole: next };
    const difference = differenceOf(before[name], next[name]);
    if (difference !== null) names.push([name, difference]);
  }
  return names.length === 0 ? null : { names };
};

const changed = (before: unknown, difference: Difference): unknown => {
  if ("whole" in difference) return difference.whole;
  if ("places" in difference) {
    const list: unknown[] = Array.isArray(before) ? before.slice(0, difference.length) : [];
    for (const [place, part] of difference.places) list[place] = changed(list[place], part);
    return list;
  }
  const object: Record<string, unknown> = isPlain(before) ? { ...before } : {};
  for (const [name, part] of difference.names) object[name] = changed(object[name], part);
  return object;
};

/**
 * What `differenceOf` was asked for, from what it was asked about: only what has changed is made anew, so that what
 * compares by identity sees at once what has not.
 */
export const withNews = <T>(before: T, news: Difference | null): T => (news === null ? before : (changed(before, news) as T));

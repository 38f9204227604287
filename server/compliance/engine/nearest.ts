/** Least number of letters to change, add or drop to turn one text into another. */
const distance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
};

const most = 5;

/** Up to five names that a mistyped one may have meant, nearest first. */
export const nearestOf = (name: string, names: readonly string[]): readonly string[] => {
  const wanted = name.toLowerCase();
  return names
    .map((candidate) => {
      const other = candidate.toLowerCase();
      const within = wanted.length >= 2 && (other.includes(wanted) || wanted.includes(other));
      return { candidate, far: within ? 0 : distance(wanted, other), within };
    })
    .filter(({ candidate, far, within }) => within || far <= Math.max(3, Math.ceil(Math.max(wanted.length, candidate.length) * 0.4)))
    .sort((a, b) => a.far - b.far || a.candidate.length - b.candidate.length || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
};

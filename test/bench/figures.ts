/** Repeats of one measured thing, milliseconds. */
export interface Figure {
  readonly name: string;
  readonly samples: readonly number[];
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;

/** The value that so large a share of the samples does not exceed. */
export const quantileOf = (samples: readonly number[], share: number): number =>
  quantile(
    [...samples].sort((a, b) => a - b),
    share,
  );

/**
 * Runs `work` a few times unmeasured (compilation, caches), then `rounds` times measured, one after the
 * other. `check` sees every answer, outside the measured time, and throws when it is wrong.
 */
export const measure = async <T>(
  name: string,
  rounds: number,
  work: (round: number) => T | Promise<T>,
  check: (answer: T) => void,
): Promise<Figure> => {
  const warmUp = Math.min(3, rounds);
  const samples: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const start = performance.now();
    const answer = await work(round);
    const took = performance.now() - start;
    check(answer);
    if (round >= 0) samples.push(took);
  }
  return { name, samples };
};

/** One line a figure: median and p95, milliseconds. */
export const figureLine = ({ name, samples }: Figure): string => {
  const sorted = [...samples].sort((a, b) => a - b);
  const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 2 : 0).padStart(9);
  return `${shown(quantile(sorted, 0.5))}${shown(quantile(sorted, 0.95))}${String(samples.length).padStart(8)}  ${name}`;
};

export const figureHead = `${"median ms".padStart(9)}${"p95 ms".padStart(9)}${"rounds".padStart(8)}  what`;

const everyMs = 20;

/** Waits for something to become true by asking again and again; fails with `what` when it has not after `withinMs`. */
export const until = async <T>(what: string, ask: () => Promise<T> | T, withinMs = 60_000): Promise<NonNullable<T>> => {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};

/** One line on stderr that counts up, for a person who waits; a pipe or a log gets none. */
export const progressLine = (what: string): ((done: number, total: number) => void) => {
  if (!process.stderr.isTTY) return () => {};
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / total);
    if (percent === shown) return;
    shown = percent;
    process.stderr.write(`\r${what} ${percent} %${done >= total ? "\n" : ""}`);
  };
};

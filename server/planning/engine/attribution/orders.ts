import { threefry4x32, threefryKey } from "../uncertainty/threefry";

/** Sets the numbers for orders apart from those of the draws, which have 0 here. */
const orderStream = 1;

/**
 * Order `index` of the players, evenly spread over all orders (Fisher and Yates) and dependent on
 * (seed, index, players) alone.
 */
export const sampledOrder = (seed: number, index: number, players: number): readonly number[] => {
  const key = threefryKey([seed, orderStream, 0, 0]);
  const words = new Uint32Array(4);
  const order = Array.from({ length: players }, (_, player) => player);
  for (let last = players - 1; last > 0; last -= 1) {
    const step = players - 1 - last;
    if (step % 4 === 0) threefry4x32(key, index, step >>> 2, 0, 0, words);
    const chosen = Math.floor(((words[step % 4] ?? 0) / 2 ** 32) * (last + 1));
    const kept = order[last] ?? last;
    order[last] = order[chosen] ?? chosen;
    order[chosen] = kept;
  }
  return order;
};

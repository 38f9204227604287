/**
 * Threefry-4x32 with 20 rounds (Salmon, Moraes, Dror, Shaw: Parallel Random Numbers: As Easy as 1, 2, 3,
 * SC 2011): four random words from a key and a counter, with no state between calls. A draw therefore
 * depends on what it is for, never on the order or the number of threads.
 */
const parity = 0x1bd11bda;

export type Words = readonly [number, number, number, number];

const groups = 5;

/**
 * A key of four 32-bit words as it is put in before the first round and after every fourth: words of the key and
 * their parity in turn, the number of the group added to the last.
 */
export const threefryKey = ([a, b, c, d]: Words): Int32Array => {
  const words = [a, b, c, d, parity ^ a ^ b ^ c ^ d];
  const schedule = new Int32Array(4 * (groups + 1));
  for (let group = 0; group <= groups; group += 1) {
    for (let i = 0; i < 4; i += 1) schedule[4 * group + i] = (words[(group + i) % words.length] ?? 0) + (i === 3 ? group : 0);
  }
  return schedule;
};

const word = (key: Int32Array, index: number): number => key[index] as number;

/** Writes the four words (unsigned) of the counter (a, b, c, d) under a key into `out`. */
export const threefry4x32 = (key: Int32Array, a: number, b: number, c: number, d: number, out: Uint32Array): void => {
  let x = (a + word(key, 0)) | 0;
  let y = (b + word(key, 1)) | 0;
  let z = (c + word(key, 2)) | 0;
  let w = (d + word(key, 3)) | 0;
  for (let group = 1; group <= groups; group += 1) {
    if ((group & 1) === 1) {
      x = (x + y) | 0;
      y = ((y << 10) | (y >>> 22)) ^ x;
      z = (z + w) | 0;
      w = ((w << 26) | (w >>> 6)) ^ z;
      x = (x + w) | 0;
      w = ((w << 11) | (w >>> 21)) ^ x;
      z = (z + y) | 0;
      y = ((y << 21) | (y >>> 11)) ^ z;
      x = (x + y) | 0;
      y = ((y << 13) | (y >>> 19)) ^ x;
      z = (z + w) | 0;
      w = ((w << 27) | (w >>> 5)) ^ z;
      x = (x + w) | 0;
      w = ((w << 23) | (w >>> 9)) ^ x;
      z = (z + y) | 0;
      y = ((y << 5) | (y >>> 27)) ^ z;
    } else {
      x = (x + y) | 0;
      y = ((y << 6) | (y >>> 26)) ^ x;
      z = (z + w) | 0;
      w = ((w << 20) | (w >>> 12)) ^ z;
      x = (x + w) | 0;
      w = ((w << 17) | (w >>> 15)) ^ x;
      z = (z + y) | 0;
      y = ((y << 11) | (y >>> 21)) ^ z;
      x = (x + y) | 0;
      y = ((y << 25) | (y >>> 7)) ^ x;
      z = (z + w) | 0;
      w = ((w << 10) | (w >>> 22)) ^ z;
      x = (x + w) | 0;
      w = ((w << 18) | (w >>> 14)) ^ x;
      z = (z + y) | 0;
      y = ((y << 20) | (y >>> 12)) ^ z;
    }
    x = (x + word(key, 4 * group)) | 0;
    y = (y + word(key, 4 * group + 1)) | 0;
    z = (z + word(key, 4 * group + 2)) | 0;
    w = (w + word(key, 4 * group + 3)) | 0;
  }
  out[0] = x;
  out[1] = y;
  out[2] = z;
  out[3] = w;
};

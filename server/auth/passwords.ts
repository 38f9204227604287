import { hash, parseOptions, verify } from "@node-rs/argon2";
import PQueue from "p-queue";

/** OWASP's least parameters of argon2id; about 10 ms and 19 MiB each. argon2id is the library's default algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two at once: more would only take memory and processor time from everybody's pages. */
const queue = new PQueue({ concurrency: 2 });

/** Hashes a password with argon2id; the text holds salt and parameters. */
export const hashPassword = (password: string): Promise<string> => queue.add(() => hash(password, cost));

let decoy: Promise<string> | undefined;

/**
 * True when the password fits. `stored` null (no such account) costs the same time and is always false,
 * so that an answer's delay does not tell which accounts exist.
 */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> => {
  decoy ??= hashPassword("an account that nobody has");
  const known = stored?.startsWith("$argon2") ? stored : null;
  const against = known ?? (await decoy);
  const fits = await queue.add(() => verify(against, password));
  return known !== null && fits;
};

/** True when a stored hash is weaker than today's parameters. */
export const isOutdated = (stored: string): boolean => {
  const used = parseOptions(stored);
  return used.memoryCost < cost.memoryCost || used.timeCost < cost.timeCost;
};

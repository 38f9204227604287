const hourMs = 3_600_000;

/** The ISO day of the officials, whose clock is eight hours ahead of universal time. */
export const today = (now: Date = new Date()): string => new Date(now.getTime() + 8 * hourMs).toISOString().slice(0, 10);

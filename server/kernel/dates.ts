const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The ISO date so many days after another: ("2024-02-28", 1) → "2024-02-29". */
export const daysAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** The ISO day of the officials at an instant; their clock is eight hours ahead of universal time. */
export const today = (now: Date): string => new Date(now.getTime() + 8 * hourMs).toISOString().slice(0, 10);

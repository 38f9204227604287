const dayMs = 86_400_000;

/** The ISO date so many days after another: ("2024-02-28", 1) → "2024-02-29". */
export const daysAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** Writes a value into a jsonb column. Keys of user origin are safe: the text is always a bound parameter. */
export const jsonb = (value: unknown): string => JSON.stringify(value);

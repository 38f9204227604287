import type { EntryValue } from "@server/statistics/entry-contract";

/** Field of a cell, and the hidden field beside it with what stood there as JSON and as text. */
export const cellField = (path: string): string => `cell:${path}`;
export const stoodField = (path: string): string => `was:${path}`;
export const stoodText = (value: EntryValue, text: string): string => JSON.stringify({ value, text });

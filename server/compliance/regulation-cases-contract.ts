/**
 * Situations of the regulation that the engine is checked against (法规用例), by part. The tests that run them
 * hold these numbers to the lists in test/cases/compliance.
 */
export const regulationCases = { resource: 237, items: 268, basic: 108 } as const;

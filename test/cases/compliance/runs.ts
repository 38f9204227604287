/**
 * How many generated counties a property is held to: so many in an everyday run, HENGCE_COUNTIES in any other: 10 000
 * in the full one (docs/proof.md), a handful when the engine is changed on purpose (test/mutation).
 */
export const countiesPerProperty = (everyday: number): number => {
  const wanted = Number(process.env["HENGCE_COUNTIES"] ?? 0);
  return wanted > 0 ? wanted : everyday;
};

/** The same for a property of projections, each of which costs as much as many judgements: at most forty times the everyday number. */
export const projectionsPerProperty = (everyday: number): number => Math.min(countiesPerProperty(everyday), 40 * everyday);

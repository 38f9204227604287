/**
 * How many generated counties a property is held to: so many in an everyday run, and
 * HENGCE_COUNTIES (10 000 and more) in the full one, shared out in the same proportions.
 */
export const countiesPerProperty = (everyday: number): number => {
  const wanted = Number(process.env["HENGCE_COUNTIES"] ?? 0);
  return wanted > 0 ? Math.max(everyday, Math.ceil((wanted * everyday) / 120)) : everyday;
};

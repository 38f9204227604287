/** Id of the place on the page of a school where the figure of a dotted dataset path stands: tables of grades as a whole, a list at its first figure. */
export const anchorOf = (path: string): string => {
  const [group = "", ...rest] = path.split(".");
  if (group === "pupils" || group === "history") return "pupils";
  if (group === "classes" || group === "lineage") return group;
  return group === "classSizes" && rest.length === 1 ? `${path}.0` : path;
};

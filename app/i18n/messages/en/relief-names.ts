/** Names of the reliefs of resource indicators, for the pages that judge and those of the rules. */
export const reliefNames = {
  R3: "Relief: visiting PE and art teachers of small schools",
  R5: "Relief: sports space of dense centres",
};

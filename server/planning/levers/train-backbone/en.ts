export const name = "Train backbone teachers (骨干培养)";

export const sentences = {
  school:
    "{{school}} ({{stage}}): of {{count}} a year {{reached}} become backbone teachers, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
  county:
    "Whole county ({{stage}}): of {{count}} a year {{reached}} become backbone teachers, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
};

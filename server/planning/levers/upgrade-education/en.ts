export const name = "In-service degrees (学历提升)";

export const sentences = {
  school:
    "{{school}} ({{stage}}): of {{count}} a year {{reached}} gain a higher degree, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
  county:
    "Whole county ({{stage}}): of {{count}} a year {{reached}} gain a higher degree, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
};

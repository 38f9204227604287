export const name = "360-hour training (培训)";

export const sentences = {
  school: "{{school}}: of {{count}} a year {{reached}} complete 360 hours, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
  county:
    "Whole county: of {{count}} a year {{reached}} complete 360 hours, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
};

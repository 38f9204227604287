export const name = "Visiting PE and art teachers (走教)";

export const sentences = {
  plain: "{{school}}: {{count}} visiting teachers of {{subject}}, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
};

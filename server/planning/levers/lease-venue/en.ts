export const name = "Lease a venue (租赁场馆)";

export const sentences = {
  plain: "{{school}}: {{areaM2}} m² leased {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year, counted under the relief only",
};

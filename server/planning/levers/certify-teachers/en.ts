export const name = "Teaching certificates (资格认定)";

export const sentences = {
  school: "{{school}}: of {{count}} a year {{reached}} gain a certificate, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
  county:
    "Whole county: of {{count}} a year {{reached}} gain a certificate, {{effectYear}}–{{endYear}}, {{annualCostWan}} × 10k yuan a year",
};

export const name = "Hire teachers (招聘教师)";

export const sentences = {
  toSchool:
    "{{school}} ({{stage}}): {{count}} teachers of {{subject}}, {{hired}} expected, from {{effectYear}}, {{annualCostWan}} × 10k yuan a year",
  byDeficit:
    "{{stage}}, by deficit: {{count}} teachers of {{subject}}, {{hired}} expected, from {{effectYear}}, {{annualCostWan}} × 10k yuan a year",
};

export const name = "County trajectory (县级指标)";

export const sentences = {
  values: "{{fact}}: as entered from {{effectYear}}, {{target}} in {{targetYear}}",
  linear: "{{fact}}: in a straight line from {{effectYear}} to {{target}} in {{targetYear}}",
  as_last_year: "{{fact}}: unchanged from {{effectYear}}",
};

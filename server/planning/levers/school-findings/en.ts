export const name = "Schools' own findings (学校自评)";

export const sentences = {
  school: "{{school}} from {{effectYear}}: charter {{charter}}, informatised {{informatised}}, moral education {{moralEducation}}",
  county:
    "Every school from {{effectYear}}, at least: charter {{charter}}, informatised {{informatised}}, moral education {{moralEducation}}",
};

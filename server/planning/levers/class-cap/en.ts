export const name = "Class-size cap (班额上限)";

export const sentences = {
  school: "{{school}}, {{stage}}: at most {{cap}} pupils a class from {{effectYear}}",
  county: "{{stage}}, whole county: at most {{cap}} pupils a class from {{effectYear}}",
};

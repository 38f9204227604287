export const name = "Raise training funds (培训经费)";

export const sentences = {
  school: "{{school}}: at least {{fundsShare}} of the public funds for training from {{effectYear}}",
  county: "Every public school: at least {{fundsShare}} of the public funds for training from {{effectYear}}",
};

export const name = "Raise public funds (公用经费)";

export const sentences = {
  school: "{{school}}: at least {{primaryYuan}} yuan a primary and {{juniorYuan}} a junior pupil from {{effectYear}}",
  county: "Every public school: at least {{primaryYuan}} yuan a primary and {{juniorYuan}} a junior pupil from {{effectYear}}",
};

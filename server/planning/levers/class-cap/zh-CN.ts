export const name = "班额上限";

export const sentences = {
  school: "{{school}}{{stage}}班额不超过 {{cap}} 人，{{effectYear}} 年起",
  county: "全县{{stage}}班额不超过 {{cap}} 人，{{effectYear}} 年起",
};

export const name = "县级指标走势";

export const sentences = {
  values: "{{fact}}：{{effectYear}} 年起逐年填写，{{targetYear}} 年为 {{target}}",
  linear: "{{fact}}：{{effectYear}} 年起匀速变化，{{targetYear}} 年达到 {{target}}",
  as_last_year: "{{fact}}：{{effectYear}} 年起保持不变",
};

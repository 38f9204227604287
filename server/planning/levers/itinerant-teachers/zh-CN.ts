export const name = "体育、艺术走教";

export const sentences = {
  plain: "{{subject}}教师 {{count}} 人到{{school}}走教，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
};

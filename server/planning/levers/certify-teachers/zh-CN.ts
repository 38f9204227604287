export const name = "教师资格认定";

export const sentences = {
  school: "{{school}}教师资格认定每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
  county: "全县教师资格认定每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
};

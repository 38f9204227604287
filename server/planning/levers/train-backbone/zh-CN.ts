export const name = "骨干教师培养";

export const sentences = {
  school:
    "{{school}}（{{stage}}）骨干培养每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
  county: "全县（{{stage}}）骨干培养每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
};

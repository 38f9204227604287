export const name = "在职学历提升";

export const sentences = {
  school:
    "{{school}}（{{stage}}）在职学历提升每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
  county: "全县（{{stage}}）在职学历提升每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
};

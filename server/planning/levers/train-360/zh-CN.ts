export const name = "360学时培训";

export const sentences = {
  school: "{{school}}360学时培训每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
  county: "全县360学时培训每年 {{count}} 人，预计 {{reached}} 人，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元",
};

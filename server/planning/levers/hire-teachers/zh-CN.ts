export const name = "招聘教师";

export const sentences = {
  toSchool:
    "{{school}}（{{stage}}）招聘{{subject}}教师 {{count}} 人，预计到岗 {{hired}} 人，{{effectYear}} 年起，每年 {{annualCostWan}} 万元",
  byDeficit: "全县{{stage}}按缺口招聘{{subject}}教师 {{count}} 人，预计到岗 {{hired}} 人，{{effectYear}} 年起，每年 {{annualCostWan}} 万元",
};

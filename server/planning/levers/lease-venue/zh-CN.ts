export const name = "租赁体育场馆";

export const sentences = {
  plain: "{{school}}租赁场馆 {{areaM2}} ㎡，{{effectYear}}–{{endYear}} 年，每年 {{annualCostWan}} 万元，仅按放宽条款计入",
};

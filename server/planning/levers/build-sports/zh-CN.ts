export const name = "新建运动场、体育馆";

export const sentences = {
  field: "{{school}}新建运动场地 {{areaM2}} ㎡，{{effectYear}} 年投用，{{costWan}} 万元",
  gym: "{{school}}新建体育馆 {{areaM2}} ㎡，{{effectYear}} 年投用，{{costWan}} 万元",
};

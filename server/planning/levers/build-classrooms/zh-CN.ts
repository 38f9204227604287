export const name = "扩建教学用房";

export const sentences = {
  plain: "{{school}}扩建 {{rooms}} 间教室，{{areaM2}} ㎡，{{effectYear}} 年投用，{{costWan}} 万元",
  withMultimedia: "{{school}}扩建 {{rooms}} 间多媒体教室，{{areaM2}} ㎡，{{effectYear}} 年投用，{{costWan}} 万元",
};

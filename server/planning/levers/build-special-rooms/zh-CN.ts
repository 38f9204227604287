export const name = "建音乐、美术教室";

export const sentences = {
  music: "{{school}}建 {{rooms}} 间 {{areaM2}} ㎡ 的音乐教室，{{effectYear}} 年投用，{{costWan}} 万元",
  art: "{{school}}建 {{rooms}} 间 {{areaM2}} ㎡ 的美术教室，{{effectYear}} 年投用，{{costWan}} 万元",
};

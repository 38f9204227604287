export const name = "改造运动空间";

export const sentences = { plain: "{{school}}改造 {{areaM2}} ㎡ 用于运动，{{effectYear}} 年投用，{{costWan}} 万元，仅按放宽条款计入" };

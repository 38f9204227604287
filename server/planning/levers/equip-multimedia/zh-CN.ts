export const name = "配备网络多媒体";

export const sentences = { plain: "{{school}}配备 {{rooms}} 间网络多媒体教室，{{effectYear}} 年投用，{{costWan}} 万元" };

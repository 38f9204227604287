export const name = "设备报废";

export const sentences = { plain: "{{school}}报废设备 {{valueWan}} 万元、多媒体教室 {{rooms}} 间，{{effectYear}} 年" };

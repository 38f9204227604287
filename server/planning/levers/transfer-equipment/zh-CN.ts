export const name = "设备调拨";

export const sentences = { plain: "{{from}}向{{to}}调拨设备 {{valueWan}} 万元、多媒体教室 {{rooms}} 间，{{effectYear}} 年" };

export const name = "购置教学设备";

export const sentences = { plain: "{{school}}购置教学设备 {{valueWan}} 万元，{{effectYear}} 年投用" };

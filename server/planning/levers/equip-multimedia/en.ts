export const name = "Equip multimedia rooms (网络多媒体)";

export const sentences = { plain: "{{school}}: {{rooms}} rooms equipped with multimedia, in use {{effectYear}}, {{costWan}} × 10k yuan" };

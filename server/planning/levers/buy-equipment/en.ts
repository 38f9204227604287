export const name = "Buy equipment (购置设备)";

export const sentences = { plain: "{{school}}: equipment for {{valueWan}} × 10k yuan, in use {{effectYear}}" };

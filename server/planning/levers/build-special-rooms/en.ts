export const name = "Build music or art rooms (专用教室)";

export const sentences = {
  music: "{{school}}: {{rooms}} music rooms of {{areaM2}} m², in use {{effectYear}}, {{costWan}} × 10k yuan",
  art: "{{school}}: {{rooms}} art rooms of {{areaM2}} m², in use {{effectYear}}, {{costWan}} × 10k yuan",
};

export const name = "Build a field or gym (运动场馆)";

export const sentences = {
  field: "{{school}}: a sports field of {{areaM2}} m², in use {{effectYear}}, {{costWan}} × 10k yuan",
  gym: "{{school}}: a gym of {{areaM2}} m², in use {{effectYear}}, {{costWan}} × 10k yuan",
};

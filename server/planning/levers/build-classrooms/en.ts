export const name = "Build classrooms (扩建教学用房)";

export const sentences = {
  plain: "{{school}}: {{rooms}} classrooms, {{areaM2}} m², in use {{effectYear}}, {{costWan}} × 10k yuan",
  withMultimedia: "{{school}}: {{rooms}} multimedia classrooms, {{areaM2}} m², in use {{effectYear}}, {{costWan}} × 10k yuan",
};

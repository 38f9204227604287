export const name = "Convert space for sports (改造)";

export const sentences = {
  plain: "{{school}}: {{areaM2}} m² converted for sports, in use {{effectYear}}, {{costWan}} × 10k yuan, counted under the relief only",
};

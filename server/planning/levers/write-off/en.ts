export const name = "Write off equipment (报废)";

export const sentences = {
  plain: "{{school}}: equipment of {{valueWan}} × 10k yuan and {{rooms}} multimedia rooms written off in {{effectYear}}",
};

export const name = "Transfer equipment (调拨)";

export const sentences = {
  plain: "{{from}} hands {{to}} equipment of {{valueWan}} × 10k yuan and {{rooms}} multimedia rooms in {{effectYear}}",
};

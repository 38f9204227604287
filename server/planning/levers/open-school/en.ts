export const name = "Open a school (新建学校)";

export const sentences = {
  plain: "{{name}} opens in {{effectYear}} with {{rooms}} classrooms, {{costWan}} × 10k yuan",
  from: "{{name}} opens in {{effectYear}} with {{rooms}} classrooms, {{costWan}} × 10k yuan; from {{origin}} ({{event}})",
};

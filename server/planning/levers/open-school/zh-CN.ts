export const name = "新建学校";

export const sentences = {
  plain: "新建{{name}}，{{rooms}} 间教室，{{effectYear}} 年开办，{{costWan}} 万元",
  from: "新建{{name}}（由{{origin}}{{event}}），{{rooms}} 间教室，{{effectYear}} 年开办，{{costWan}} 万元",
};

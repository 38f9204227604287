export const name = "撤并学校";

export const sentences = { plain: "{{school}}于 {{effectYear}} 年撤并，由{{to}}等 {{targets}} 所学校接收" };

export const name = "Rotate teachers (定向交流)";

export const sentences = { plain: "{{from}} sends {{to}} {{teachers}} teachers ({{stage}}) from {{effectYear}} for {{termYears}} years" };

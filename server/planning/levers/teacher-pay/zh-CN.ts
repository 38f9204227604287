export const name = "提高教师工资";

export const sentences = { plain: "教师平均工资不低于公务员的 {{payShare}}，{{effectYear}} 年起" };

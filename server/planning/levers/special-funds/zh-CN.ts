export const name = "提高特教公用经费";

export const sentences = { plain: "特殊教育生均公用经费不低于 {{perPupilYuan}} 元，{{effectYear}} 年起" };

export const name = "Raise teacher pay (教师工资)";

export const sentences = { plain: "Teachers earn at least {{payShare}} of what civil servants do from {{effectYear}}" };

export const name = "定向交流轮岗";

export const sentences = { plain: "{{from}}向{{to}}派出{{stage}}教师 {{teachers}} 人，{{effectYear}} 年起 {{termYears}} 年" };

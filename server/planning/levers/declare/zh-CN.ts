export const name = "申明";

export const sentences = { plain: "{{effectYear}}–{{endYear}} 年申明：{{item}}" };

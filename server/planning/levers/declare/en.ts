export const name = "Declare (申明)";

export const sentences = { plain: "Declared for {{effectYear}}–{{endYear}}: {{item}}" };

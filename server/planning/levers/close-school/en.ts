export const name = "Merge or close a school (撤并)";

export const sentences = { plain: "{{school}} closes in {{effectYear}}; {{to}} and others ({{targets}} in all) take over" };

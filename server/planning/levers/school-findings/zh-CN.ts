export const name = "学校自评";

export const sentences = {
  school: "{{school}} {{effectYear}} 年起：学校章程{{charter}}，信息化{{informatised}}，德育与校园文化{{moralEducation}}",
  county: "全县各校 {{effectYear}} 年起至少：学校章程{{charter}}，信息化{{informatised}}，德育与校园文化{{moralEducation}}",
};

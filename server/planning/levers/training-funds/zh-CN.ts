export const name = "提高培训经费比例";

export const sentences = {
  school: "{{school}}培训经费不低于公用经费的 {{fundsShare}}，{{effectYear}} 年起",
  county: "全县各校培训经费不低于公用经费的 {{fundsShare}}，{{effectYear}} 年起",
};

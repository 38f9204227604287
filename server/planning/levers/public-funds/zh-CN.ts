export const name = "提高生均公用经费";

export const sentences = {
  school: "{{school}}生均公用经费不低于小学 {{primaryYuan}} 元、初中 {{juniorYuan}} 元，{{effectYear}} 年起",
  county: "全县生均公用经费不低于小学 {{primaryYuan}} 元、初中 {{juniorYuan}} 元，{{effectYear}} 年起",
};

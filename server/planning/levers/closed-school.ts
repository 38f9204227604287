import type { Lever } from "../contract";
import type { CountyState } from "../engine/state";
import type { LeverCost } from "./lever";

/** School that what a lever pays every year is for; none where it is the county's or that of several. */
const schoolOf = (lever: Lever): string | null => {
  if (lever.type === "close_school") return null;
  if (lever.type === "hire_teachers") return lever.target.mode === "school" ? lever.target.schoolCode : null;
  return "schoolCode" in lever ? lever.schoolCode : null;
};

/** What a lever costs in a year: once its school has closed nothing yearly, save the pay of teachers who stayed in the county. */
export const untilClosed = (lever: Lever): ((cost: LeverCost, state: CountyState) => LeverCost) => {
  const code = schoolOf(lever);
  if (code === null) return (cost) => cost;
  return (cost, { closed }) => {
    const stayed = closed.get(code);
    if (stayed === undefined) return cost;
    return { ...cost, recurrentWan: lever.type === "hire_teachers" ? cost.recurrentWan * stayed : 0 };
  };
};

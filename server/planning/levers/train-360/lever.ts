import type { LeverOf } from "../../contract";
import { programme, wholeSchool } from "../programme";

/** 五年360学时培训. */
export const train360 = programme<LeverOf<"train_360">>("train_360", (_, year) => ({
  column: year.state.further["staff.trained360"],
  teachers: wholeSchool(year),
}));

import { z } from "zod";
import type { ReviewState } from "./steps";

/** Month and day, "03-31". */
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/**
 * Days of the year after the statistics year by which counties submit, cities pass on and the province has decided. The
 * province files to the state by 31 August (教督〔2012〕3号); papers reach it by the end of March where it says nothing else.
 */
export const timetableSchema = z.strictObject({
  countyBy: monthDay,
  cityBy: monthDay,
  provinceBy: monthDay,
  /** Days before a deadline from which it is shown as near. */
  remindDays: z.number().int().min(0).max(120),
});
export type Timetable = z.infer<typeof timetableSchema>;

export const defaultTimetable: Timetable = { countyBy: "02-28", cityBy: "03-31", provinceBy: "08-31", remindDays: 30 };

const dayMs = 86_400_000;

/** Whole days from one ISO day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

export interface Deadline {
  readonly level: "county" | "city" | "province";
  readonly day: string;
  /** Days left from `today`; negative when over. */
  readonly left: number;
  /** Still to be kept in this state. */
  readonly open: boolean;
  readonly near: boolean;
}

const openAt: Readonly<Record<Deadline["level"], readonly ReviewState[]>> = {
  county: ["draft", "signed", "returned"],
  city: ["draft", "signed", "returned", "at_city"],
  province: ["draft", "signed", "returned", "at_city", "at_province"],
};

/** The days of one statistics year, and which of them are still to be kept. */
export const deadlinesOf = (timetable: Timetable, statisticsYear: number, state: ReviewState, today: string): readonly Deadline[] =>
  (["county", "city", "province"] as const).map((level) => {
    const day = `${statisticsYear + 1}-${timetable[`${level}By`]}`;
    const left = daysBetween(today, day);
    const open = openAt[level].includes(state);
    return { level, day, left, open, near: open && left <= timetable.remindDays };
  });

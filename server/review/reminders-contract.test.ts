import { describe, expect, it } from "vitest";
import type { Review } from "./contract";
import type { Finding } from "./findings-contract";
import { remindersOf } from "./reminders-contract";
import { defaultTimetable } from "./timetable";

const review = (code: string, changed: Partial<Review> = {}): Review => ({
  county: { id: code, code, name: code, cityName: null },
  statisticsYear: 2026,
  state: "draft",
  subject: null,
  signatureHolds: true,
  may: [],
  answerBy: null,
  steps: [],
  openFindings: 0,
  overdueFindings: 0,
  ...changed,
});
const finding = (id: string, deadline: string, state: Finding["state"] = "open"): Finding => ({
  id,
  county: { id: "1", name: "1", code: "1" },
  statisticsYear: 2026,
  raisedAt: "2026-11-01T00:00:00.000Z",
  raisedBy: "x",
  level: "city",
  item: "R1",
  clause: "",
  school: null,
  title: id,
  measure: "",
  responsibleUnit: "基建股",
  deadline,
  state,
  overdue: false,
  may: [],
  steps: [],
});
const at = (today: string, reviews: readonly Review[], findings: readonly Finding[] = []) => ({
  reviews,
  findings,
  timetable: defaultTimetable,
  today,
});

describe("reminders", () => {
  it("count down to the days of the reader's desk and those below it, for the counties that still have them ahead", () => {
    const reviews = [review("1"), review("2", { state: "at_city" }), review("3", { state: "locked" })];
    const { days } = remindersOf("province", 2026, at("2027-02-20", reviews));
    expect(days.map(({ level, day, left, open, near }) => [level, day, left, open, near])).toEqual([
      ["county", "2027-02-28", 8, 1, true],
      ["city", "2027-03-31", 39, 2, false],
      ["province", "2027-08-31", 192, 2, false],
    ]);
    expect(remindersOf("county", 2026, at("2027-03-02", [review("1")])).days).toEqual([
      { level: "county", day: "2027-02-28", left: -2, open: 1, near: true },
    ]);
  });

  it("are silent about a day that every county has kept", () => {
    const [day] = remindersOf("city", 2026, at("2027-02-27", [review("1", { state: "accepted" })])).days;
    expect(day).toMatchObject({ open: 0, near: false });
  });

  it("name what waits for the reader and what was given back, soonest first", () => {
    const reviews = [
      review("1", { state: "returned", answerBy: "2027-01-20" }),
      review("2", { state: "returned", answerBy: "2027-01-10" }),
      review("3", { state: "at_city", may: ["return", "pass"] }),
    ];
    const { answers, waiting } = remindersOf("city", 2026, at("2027-01-15", reviews));
    expect(answers.map(({ county, left }) => [county.code, left])).toEqual([
      ["2", -5],
      ["1", 5],
    ]);
    expect(waiting.map(({ code }) => code)).toEqual(["3"]);
  });

  it("name findings past their day and those due soon, and leave closed ones alone", () => {
    const ledger = [
      finding("late", "2027-01-01"),
      finding("later", "2026-12-01", "working"),
      finding("soon", "2027-01-20", "done"),
      finding("far", "2027-06-01"),
      finding("closed", "2026-01-01", "closed"),
    ];
    const { overdue, soon, toCheck, openFindings } = remindersOf("county", 2026, at("2027-01-15", [review("1")], ledger));
    expect(overdue.map(({ id }) => id)).toEqual(["later", "late"]);
    expect(soon.map(({ id }) => id)).toEqual(["soon"]);
    expect([toCheck, openFindings]).toEqual([1, 4]);
  });
});

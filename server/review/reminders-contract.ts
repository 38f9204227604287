import type { OrganisationKind } from "@server/auth/contract";
import type { Review } from "./contract";
import type { Finding } from "./findings-contract";
import { type Deadline, daysBetween, deadlinesOf, type Timetable } from "./timetable";

/** A day of the timetable, and how many counties have it still before them. */
export interface DueDay {
  readonly level: Deadline["level"];
  readonly day: string;
  readonly left: number;
  readonly open: number;
  readonly near: boolean;
}

/** A county that was given its papers back and has not answered. */
export interface DueAnswer {
  readonly county: Review["county"];
  readonly day: string;
  readonly left: number;
  readonly reason: string;
}

export interface DueFinding {
  readonly id: string;
  readonly county: Finding["county"];
  readonly title: string;
  readonly responsibleUnit: string;
  readonly deadline: string;
  readonly left: number;
}

/** 提醒: what is due at the reader's desk and below it, for one statistics year. */
export interface Reminders {
  readonly statisticsYear: number;
  readonly counties: number;
  readonly days: readonly DueDay[];
  /** Counties whose papers wait for the reader. */
  readonly waiting: readonly Review["county"][];
  /** Soonest first. */
  readonly answers: readonly DueAnswer[];
  /** Past their day, oldest first. */
  readonly overdue: readonly DueFinding[];
  /** Not closed and due within the reminder's days, soonest first. */
  readonly soon: readonly DueFinding[];
  /** Reported as mended and not yet checked. */
  readonly toCheck: number;
  readonly openFindings: number;
}

const shownAt: Readonly<Record<OrganisationKind, readonly Deadline["level"][]>> = {
  county: ["county"],
  city: ["county", "city"],
  province: ["county", "city", "province"],
};

const dueDays = (level: OrganisationKind, reviews: readonly Review[], timetable: Timetable, year: number, today: string): DueDay[] => {
  const each = reviews.map(({ state }) => deadlinesOf(timetable, year, state, today));
  return deadlinesOf(timetable, year, "draft", today)
    .filter((due) => shownAt[level].includes(due.level))
    .map(({ level: at, day, left }) => {
      const own = each.flatMap((days) => days.filter((due) => due.level === at));
      return { level: at, day, left, open: own.filter(({ open }) => open).length, near: own.some(({ near }) => near) };
    });
};

const byDay = (a: { readonly left: number }, b: { readonly left: number }): number => a.left - b.left;

/** What is due, from the reviews and the ledger that the reader may see. Days are the reader's ISO days. */
export const remindersOf = (
  level: OrganisationKind,
  statisticsYear: number,
  {
    reviews,
    findings,
    timetable,
    today,
  }: {
    readonly reviews: readonly Review[];
    readonly findings: readonly Finding[];
    readonly timetable: Timetable;
    readonly today: string;
  },
): Reminders => {
  const open = findings.filter(({ state }) => state !== "closed");
  const due = open
    .map(({ id, county, title, responsibleUnit, deadline }): DueFinding => {
      return { id, county, title, responsibleUnit, deadline, left: daysBetween(today, deadline) };
    })
    .sort(byDay);
  return {
    statisticsYear,
    counties: reviews.length,
    days: dueDays(level, reviews, timetable, statisticsYear, today),
    waiting: level === "county" ? [] : reviews.filter(({ may }) => may.length > 0).map(({ county }) => county),
    answers: reviews
      .flatMap(({ county, answerBy, steps }) =>
        answerBy === null ? [] : [{ county, day: answerBy, left: daysBetween(today, answerBy), reason: steps[0]?.reason ?? "" }],
      )
      .sort(byDay),
    overdue: due.filter(({ left }) => left < 0),
    soon: due.filter(({ left }) => left >= 0 && left <= timetable.remindDays),
    toCheck: open.filter(({ state }) => state === "done").length,
    openFindings: open.length,
  };
};

import type { Lever, LeverOf } from "../contract";
import type { Activity } from "./activities";
import { poolOf, specialismOf } from "./flows";
import type { Ground } from "./ground";
import { leverOf, mostOf, rotationOf, type Subject, transferOf } from "./templates";

/** m² are bought whole, equipment in steps of 100 yuan: a plan is written in figures that can be ordered. */
export const stepOf = (activity: Activity): number => (activity.whole ? 1 : activity.decision.kind === "build_sports" ? 1 : 0.01);

const roundUp = (amount: number, step: number): number => {
  const steps = Math.ceil(amount / step - 1e-6);
  return step === 1 ? steps : steps / Math.round(1 / step);
};

/** Quantities of a solution as they can be ordered: whole persons, rooms and m², equipment by 100 yuan. */
export const orderable = (activities: readonly Activity[], values: ArrayLike<number>): number[] => {
  const amounts = activities.map((activity, column) => {
    const amount = values[column] ?? 0;
    if (activity.whole) return Math.max(0, Math.round(amount));
    // A school that sends keeps the fraction, so that it does not fall below what it must keep.
    if ("end" in activity.decision && activity.decision.end === "from") return Math.floor(amount * 100 + 1e-4) / 100;
    return amount < 1e-6 ? 0 : Math.min(roundUp(amount, stepOf(activity)), roundUp(activity.upper, stepOf(activity)));
  });
  // What cannot be paired off is not moved.
  const columns = new Map(activities.map((activity, column) => [activity, column]));
  const moved = activities.map(() => 0);
  for (const ends of poolsOf(activities, amounts).values()) {
    for (const { from, to, amount } of pairs(ends)) {
      for (const end of [from, to]) {
        const column = columns.get(end) ?? -1;
        moved[column] = Math.round(((moved[column] ?? 0) + amount) * 100) / 100;
      }
    }
  }
  return amounts.map((amount, column) => ("end" in (activities[column]?.decision ?? {}) ? (moved[column] ?? 0) : amount));
};

/** What a solution without whole numbers has in whole units, as it can be ordered: a plan to be mended. */
export const wholePart = (activities: readonly Activity[], values: ArrayLike<number>): number[] =>
  orderable(
    activities,
    activities.map(({ whole }, column) => (whole ? Math.floor((values[column] ?? 0) + 1e-6) : (values[column] ?? 0))),
  );

const poolsOf = (activities: readonly Activity[], amounts: readonly number[]): ReadonlyMap<string, readonly End[]> => {
  const pools = new Map<string, End[]>();
  activities.forEach((activity, column) => {
    const pool = poolOf(activity);
    const amount = amounts[column] ?? 0;
    if (pool === null || amount <= 0) return;
    const ends = pools.get(pool);
    if (ends === undefined) pools.set(pool, [{ activity, left: amount }]);
    else ends.push({ activity, left: amount });
  });
  return pools;
};

/** The arts subject that a section has fewest teachers of. */
const rarestSubject = (ground: Ground, { code, stage, effectYear }: Activity): Subject => {
  const planned = ground.years.get(effectYear)?.stages[stage];
  const section = planned?.sections.find((own) => own.code === code);
  if (section === undefined) return "physical_education";
  const { physicalEducation, music, art } = section.teachers;
  if (physicalEducation <= music && physicalEducation <= art) return "physical_education";
  return music <= art ? "music" : "art";
};

/** Ids that the scenario does not use yet. */
const freeIds = (ground: Ground): (() => string) => {
  const taken = new Set(ground.question.document.levers.map(({ id }) => id));
  let last = 0;
  return () => {
    do last += 1;
    while (taken.has(`plan-${last}`));
    return `plan-${last}`;
  };
};

interface End {
  readonly activity: Activity;
  left: number;
}

/** Settles who sends to whom: largest first, so that there are few moves. */
const pairs = (ends: readonly End[]): { readonly from: Activity; readonly to: Activity; readonly amount: number }[] => {
  const side = (end: "from" | "to"): End[] =>
    ends
      .filter(({ activity: { decision } }) => "end" in decision && decision.end === end)
      .sort((a, b) => b.left - a.left || (a.activity.code < b.activity.code ? -1 : 1));
  const senders = side("from");
  const receivers = side("to");
  const found: { from: Activity; to: Activity; amount: number }[] = [];
  for (const receiver of receivers) {
    for (const sender of senders) {
      const amount = Math.floor(Math.min(receiver.left, sender.left) * 100 + 1e-6) / 100;
      if (amount <= 0) continue;
      receiver.left -= amount;
      sender.left -= amount;
      found.push({ from: sender.activity, to: receiver.activity, amount });
    }
  }
  return found;
};

const flowLever = (ground: Ground, id: string, from: Activity, to: Activity, amount: number): Lever | null => {
  const site = { code: from.code, stage: from.stage, startYear: from.startYear, lastYear: ground.lastYear };
  if (from.decision.kind === "transfer") {
    return transferOf(id, from.code, to.code, from.startYear, amount, ground.request);
  }
  if (from.decision.kind !== "rotate") return null;
  const planned = ground.years.get(from.effectYear)?.stages[from.stage];
  const section = planned?.sections.find(({ code }) => code === from.code);
  const specialism = section === undefined ? "physical_education" : specialismOf(section);
  return rotationOf(from.decision.flow, id, to.code, site, Math.round(amount), specialism, ground.request);
};

/** A solution as ordinary levers of the scenario; what is more than one lever can hold is split over several. */
export const planLevers = (ground: Ground, activities: readonly Activity[], quantities: readonly number[]): readonly Lever[] => {
  const nextId = freeIds(ground);
  const levers: Lever[] = [];
  activities.forEach((activity, column) => {
    const amount = quantities[column] ?? 0;
    if (amount <= 0) return;
    const { decision, code, stage, startYear } = activity;
    if (decision.kind !== "rotate" && decision.kind !== "transfer") {
      const site = { code, stage, startYear, lastYear: ground.lastYear, roomAreas: ground.clauses.roomAreas };
      const subject = decision.kind === "hire_specialist" ? rarestSubject(ground, activity) : "general";
      const step = stepOf(activity);
      const most = mostOf[decision.kind];
      for (let left = amount; left > step / 2; left = Math.round((left - most) / step) * step) {
        levers.push(leverOf(decision.kind, nextId(), site, Math.min(left, most), subject, ground.request));
      }
    }
  });
  for (const ends of poolsOf(activities, quantities).values()) {
    for (const { from, to, amount } of pairs(ends)) {
      const lever = flowLever(ground, nextId(), from, to, amount);
      if (lever !== null) levers.push(lever);
    }
  }
  return levers;
};

/** Kind and amount of a plan's lever, as the kind counts. */
export const amountOf = (lever: Lever): number => {
  switch (lever.type) {
    case "hire_teachers":
    case "upgrade_education":
    case "train_backbone":
      return lever.count;
    case "build_classrooms":
    case "equip_multimedia":
    case "build_special_rooms":
      return lever.rooms;
    case "build_sports":
      return lever.areaM2;
    case "buy_equipment":
    case "transfer_equipment":
      return lever.valueWan;
    case "rotate_teachers":
      return lever.teachers;
    default:
      return 1;
  }
};

/** Posts that a lever opens. */
export const postsOf = (lever: Lever): number => (lever.type === "hire_teachers" ? (lever as LeverOf<"hire_teachers">).count : 0);

import type { ResourceIndicator } from "@server/compliance/contract";
import type { Lever } from "@server/planning/contract";
import { newLever } from "~/features/planning/lever-form";
import { addLevers, type Edit, patchLever } from "./edits";
import { figureOf, schoolsOf, sizeField } from "./lever-figures";
import type { TsvContext } from "./lever-tsv";
import { leverFor, type Shortfall } from "./shortfalls";

const sameWork = (lever: Lever, code: string, stage: string, indicator: ResourceIndicator): boolean => {
  const { type, fields } = leverFor[indicator];
  if (lever.type !== type || schoolsOf(lever)[0] !== code || !lever.enabled) return false;
  if (lever.type === "hire_teachers" && lever.target.stage !== stage) return false;
  if (lever.type === "train_backbone" && lever.stage !== stage) return false;
  return Object.entries(fields).every(([name, value]) => Object.entries(lever).some(([held, is]) => held === name && is === value));
};

/** How much one step of a lever brings: a classroom its area, everything else itself. */
const bringsEach = (lever: Readonly<Record<string, unknown>>): number =>
  lever.type === "build_classrooms" && typeof lever.areaPerRoomM2 === "number" ? lever.areaPerRoomM2 : 1;

/**
 * 批量: every section that falls short gets its lever: one that is there is enlarged, else one is added with the
 * county's default figures. Amounts are rounded up to what can be had: whole persons and rooms, tens of m².
 * A work that is not yet in use in the `year` of the shortfalls has not lessened them: it covers its part of them already.
 */
export const coverShortfalls =
  (found: readonly Shortfall[], indicator: ResourceIndicator, year: number, context: TsvContext): Edit =>
  (document) => {
    const { type, fields } = leverFor[indicator];
    const { name, step = 1 } = sizeField(type);
    const grain = type === "buy_equipment" ? 0.1 : type === "build_sports" ? 10 : step;
    let next = document;
    for (const { section, amount } of found) {
      const there = next.levers.find((lever) => sameWork(lever, section.schoolCode, section.stage, indicator));
      const fresh = newLever(type, next, context.baseYear, context.defaults, context.schools, section.schoolCode);
      const rounded = Math.ceil(amount / bringsEach(there ?? fresh) / grain - 1e-9) * grain;
      const held = there === undefined ? 0 : (figureOf(there, name) ?? 0);
      const inUse = there !== undefined && there.startYear + there.leadYears <= year;
      const size = Number((inUse ? held + rounded : Math.max(held, rounded)).toFixed(6));
      const stage = type === "train_backbone" ? { stage: section.stage } : {};
      const target = type === "hire_teachers" ? { target: { mode: "school", schoolCode: section.schoolCode, stage: section.stage } } : {};
      const changed =
        there === undefined
          ? addLevers([{ ...fresh, ...fields, ...stage, ...target, [name]: size }])(next)
          : patchLever(there.id, { [name]: size })(next);
      if (changed === null) return null;
      next = changed;
    }
    return next;
  };

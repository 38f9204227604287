import type { Lever } from "../../contract";
import { allOrNone, type Candidate, cents, draft, lastYearOf, sizedBy, whole } from "./draft";
import type { Place, Site } from "./site";

/** Ways to give a school more of an indicator's resource: `amount` in its base unit (persons, m², yuan, rooms). */
interface Way {
  readonly kind: Lever["type"];
  readonly lever: (site: Site, place: Pick<Place, "code" | "stage">, amount: number) => Lever | null;
}

const yuanAWan = 10_000;

const hire = (parts: { readonly subject?: "music" | "physical_education" | "art"; readonly backbone?: boolean }): Way => ({
  kind: "hire_teachers",
  lever: (site, { code, stage }, amount) =>
    draft(site, "hire_teachers", {
      target: { mode: "school", schoolCode: code, stage },
      count: whole(amount / site.defaults.hire_teachers.fulfilment),
      aboveRequiredEducation: true,
      backbone: parts.backbone ?? false,
      subject: parts.subject ?? "general",
    }),
});

const programme = (type: "upgrade_education" | "train_backbone"): Way => ({
  kind: type,
  lever: (site, { code, stage }, amount) =>
    draft(site, type, { schoolCode: code, stage, count: whole(amount / site.defaults[type].fulfilment), endYear: site.year }),
});

const sports = (kind: "field" | "gym"): Way => ({
  kind: "build_sports",
  lever: (site, { code }, amount) =>
    draft(site, "build_sports", {
      schoolCode: code,
      kind,
      areaM2: whole(amount),
      // A gym is a building: it costs what a building costs.
      ...(kind === "gym" ? { unitCostYuanPerM2: site.defaults.build_classrooms.unitCostYuanPerM2 } : {}),
    }),
});

const classrooms: Way = {
  kind: "build_classrooms",
  lever: (site, { code }, amount) =>
    draft(site, "build_classrooms", { schoolCode: code, rooms: whole(amount / site.defaults.build_classrooms.areaPerRoomM2) }),
};
/** More music or art rooms than this at one school are no longer what G3 asks of one that lacks them. */
const mostSpecialRooms = 2;
/** They count as teaching area too, and may be the cheapest there is; yet thirty of them at one school are no plan. */
const specialRooms: Way = {
  kind: "build_special_rooms",
  lever: (site, { code }, amount) => {
    const rooms = whole(amount / site.defaults.build_special_rooms.areaPerRoomM2);
    return rooms > mostSpecialRooms ? null : draft(site, "build_special_rooms", { schoolCode: code, rooms });
  },
};
const converted: Way = {
  kind: "convert_sports",
  lever: (site, { code }, amount) => draft(site, "convert_sports", { schoolCode: code, areaM2: whole(amount) }),
};
const leased: Way = {
  kind: "lease_venue",
  lever: (site, { code }, amount) => draft(site, "lease_venue", { schoolCode: code, areaM2: whole(amount), endYear: lastYearOf(site) }),
};
const equipment: Way = {
  kind: "buy_equipment",
  lever: (site, { code }, amount) => draft(site, "buy_equipment", { schoolCode: code, valueWan: cents(amount / yuanAWan) }),
};
const multimedia: Way = {
  kind: "equip_multimedia",
  lever: (site, { code }, amount) => draft(site, "equip_multimedia", { schoolCode: code, rooms: whole(amount) }),
};
const multimediaValue: Way = {
  kind: "equip_multimedia",
  lever: (site, place, amount) => multimedia.lever(site, place, amount / yuanAWan / site.defaults.equip_multimedia.bookValueWanPerRoom),
};
const roomsWithMultimedia: Way = {
  kind: "build_classrooms",
  lever: (site, { code }, amount) => draft(site, "build_classrooms", { schoolCode: code, rooms: whole(amount), multimedia: true }),
};
const itinerant = (subject: "music" | "physical_education"): Way => ({
  kind: "itinerant_teachers",
  lever: (site, { code }, amount) =>
    draft(site, "itinerant_teachers", { schoolCode: code, subject, count: whole(amount), endYear: lastYearOf(site) }),
});

/** Each indicator's ways; the first two are the usual ones. */
const ways: Readonly<Record<Place["indicator"], readonly Way[]>> = {
  R1: [programme("upgrade_education"), hire({})],
  R2: [programme("train_backbone"), hire({ backbone: true })],
  R3: [hire({ subject: "music" }), itinerant("music"), hire({ subject: "physical_education" })],
  R4: [classrooms, specialRooms],
  R5: [sports("field"), sports("gym"), converted, leased],
  R6: [equipment, multimediaValue],
  R7: [multimedia, roomsWithMultimedia],
};

/** A way to raise each of the places by its amount, all at once. */
const raised = (site: Site, way: Way, wants: readonly { readonly place: Place; readonly amount: number }[]): Candidate => ({
  kind: way.kind,
  sized: true,
  build: (factor) => allOrNone(wants.map(({ place, amount }) => way.lever(site, place, amount * factor))),
});

/** Every way to raise these places; `usual`: the two usual ones only. */
export const raisings = (
  site: Site,
  indicator: Place["indicator"],
  wants: readonly { readonly place: Place; readonly amount: number }[],
  usual = false,
): readonly Candidate[] =>
  wants.length === 0 ? [] : ways[indicator].slice(0, usual ? 2 : undefined).map((way) => raised(site, way, wants));

/** Staff by rule over the county's schools of a stage: posts and programmes for so many persons. */
export const countyStaff = (site: Site, indicator: "R1" | "R2" | "R3", stage: Place["stage"], persons: number): readonly Candidate[] => {
  const posts = sizedBy(site, "hire_teachers", (factor) => ({
    target: { mode: "largest_deficit", stage },
    count: whole((persons * factor) / site.defaults.hire_teachers.fulfilment),
    aboveRequiredEducation: true,
    backbone: indicator === "R2",
    subject: indicator === "R3" ? "music" : "general",
  }));
  if (indicator === "R3") return [posts];
  const type = indicator === "R1" ? "upgrade_education" : "train_backbone";
  const training = sizedBy(site, type, (factor) => ({
    schoolCode: "",
    stage,
    count: whole((persons * factor) / site.defaults[type].fulfilment),
    endYear: site.year,
  }));
  return [posts, training];
};

/** 交流轮岗配额 to the end of the horizon, unless the scenario has one. */
export const rotationPolicy = (site: Site): readonly Candidate[] =>
  site.document.levers.some(({ type, enabled }) => type === "rotation_quota" && enabled)
    ? []
    : [
        sizedBy(site, "rotation_quota", (factor) => ({
          endYear: lastYearOf(site),
          rotationShare: Math.min(1, site.defaults.rotation_quota.rotationShare * factor),
        })),
      ];

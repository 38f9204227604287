import { localities } from "@server/statistics/contract";
import { area, type LeverForm, rooms, wan } from "../fields";

export const newSchoolTypes = ["primary", "junior", "nine_year"] as const;

/** 沿革 of a school that goes on from another: a part of it, or the whole under a new code. */
export const originEvents = ["split", "renamed", "retyped"] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "classrooms",
  fields: [
    { kind: "text", name: "name", maxLength: 100 },
    { kind: "text", name: "code", maxLength: 20 },
    { kind: "choice", name: "schoolType", options: newSchoolTypes },
    { kind: "text", name: "township", maxLength: 60 },
    { kind: "choice", name: "locality", options: localities },
    area("teachingAreaM2"),
    area("gymAreaM2"),
    area("sportsFieldAreaM2"),
    wan("equipmentValueWan"),
    rooms("classrooms", 1),
    rooms("multimediaRooms"),
    rooms("musicRooms"),
    rooms("artRooms"),
    wan("buildingCostWan"),
    { kind: "flag", name: "boarding" },
    { kind: "flag", name: "denseCentre" },
    { kind: "school", name: "originCode", optional: true },
    { kind: "choice", name: "originEvent", options: originEvents },
    { kind: "flag", name: "keepsBuildings" },
  ],
};

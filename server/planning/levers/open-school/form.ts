import { localities } from "@server/statistics/contract";
import { area, type LeverForm, rooms, wan } from "../fields";

export const newSchoolTypes = ["primary", "junior", "nine_year"] as const;

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
  ],
};

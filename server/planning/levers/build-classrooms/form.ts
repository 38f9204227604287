import { type LeverForm, rooms, school, unitCost, wan } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "rooms",
  per: "room",
  fields: [
    school,
    rooms("rooms", 1),
    { kind: "figure", name: "areaPerRoomM2", min: 30, max: 400, step: 5, unit: "m2" },
    unitCost,
    { kind: "flag", name: "multimedia" },
    wan("multimediaCostWanPerRoom"),
  ],
};

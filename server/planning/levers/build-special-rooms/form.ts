import { type LeverForm, rooms, school, unitCost } from "../fields";

export const specialRoomKinds = ["music", "art"] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "rooms",
  per: "room",
  defaultBy: { choice: "kind", figure: "areaPerRoomM2", of: { music: 96, art: 90 } },
  fields: [
    school,
    { kind: "choice", name: "kind", options: specialRoomKinds },
    rooms("rooms", 1),
    { kind: "figure", name: "areaPerRoomM2", min: 30, max: 400, step: 1, unit: "m2" },
    { kind: "flag", name: "newBuilding" },
    unitCost,
  ],
};

import { type LeverForm, rooms, school, wan } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "rooms",
  per: "room",
  fields: [school, rooms("rooms", 1), wan("costWanPerRoom"), wan("bookValueWanPerRoom")],
};

import { fromSchool, type LeverForm, rooms, toSchool, wan } from "../fields";

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "valueWan",
  per: "wan",
  fields: [fromSchool, toSchool, wan("valueWan"), rooms("multimediaRooms"), wan("costWan")],
};

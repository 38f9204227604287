export const name = "Raise special-education funds (特教经费)";

export const sentences = { plain: "At least {{perPupilYuan}} yuan a pupil of special education from {{effectYear}}" };

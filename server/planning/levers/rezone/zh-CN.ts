export const name = "调整学区";

export const sentences = {
  entrants: "{{from}}{{stage}}新生的 {{movedShare}} 划归{{to}}，{{effectYear}} 年起",
  pupils: "{{from}}{{stage}}学生的 {{movedShare}} 划归{{to}}，{{effectYear}} 年起",
};

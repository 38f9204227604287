export const name = "Rezone (调整学区)";

export const sentences = {
  entrants: "{{movedShare}} of the entrants of {{from}} ({{stage}}) go to {{to}} from {{effectYear}}",
  pupils: "{{movedShare}} of all pupils of {{from}} ({{stage}}) go to {{to}} from {{effectYear}}",
};

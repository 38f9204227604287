export const name = "Rotation quota (交流轮岗)";

export const sentences = {
  policy:
    "{{rotationShare}} of the eligible ({{eligibleShare}}) rotate a year, {{backboneShare}} of them backbone, {{effectYear}}–{{endYear}}, terms of {{termYears}} years",
};

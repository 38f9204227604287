export const name = "交流轮岗配额";

export const sentences = {
  policy:
    "符合条件教师（{{eligibleShare}}）每年交流轮岗 {{rotationShare}}，其中骨干 {{backboneShare}}，{{effectYear}}–{{endYear}} 年，每期 {{termYears}} 年",
};

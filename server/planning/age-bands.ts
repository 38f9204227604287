/** 分年龄专任教师 bands of the statistics: up to 24, 25–29 … 55–59, 60 and more. */
export const ageBandStarts = [20, 25, 30, 35, 40, 45, 50, 55, 60] as const;

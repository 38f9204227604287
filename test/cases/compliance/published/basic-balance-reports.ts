/**
 * Figures of three county reports on basic balance: a district of Guizhou, a county of Gansu, a county of
 * Guangxi (县域义务教育均衡发展自评、汇报材料, names masked in the source). Money in 万元, per pupil in yuan.
 */
export const guizhouDistrict = {
  cvs: {
    primary: [0.67, 0.93, 0.59, 0.58, 0.61, 0.45, 0.45, 0.7],
    junior: [0.37, 0.67, 0.38, 0.19, 0.17, 0.22, 0.2, 0.23],
  },
  composite: { primary: 0.622, junior: 0.306 },
  /** Coefficients are printed with two decimals: the mean can be off by half of the last one. */
  tolerance: 0.005,
  recurrentRevenueWan: [97_951, 88_147, 95_823],
  appropriationWan: [30_335, 27_810, 30_948],
  revenueGrowthPercent: [-10.01, 8.71],
  appropriationGrowthPercent: [-8.32, 11.28],
  expenditurePrimaryYuan: [12_470, 12_473, 12_479],
  expenditureJuniorYuan: [18_203, 19_959, 21_468],
  publicFundsPrimaryYuan: [791, 794, 797],
  publicFundsJuniorYuan: [928, 948, 976],
  growthPercent: {
    expenditurePrimary: [0.02, 0.05],
    expenditureJunior: [9.65, 7.56],
    publicFundsPrimary: [0.38, 0.38],
    publicFundsJunior: [2.16, 2.95],
  },
  schools: { primary: 42, junior: 11 },
  /** Schools that reach three of the nine indicators (the other six: all of them); dormitories are asked of boarding schools only. */
  reached: {
    area: { primary: 34, junior: 10 },
    sports: { primary: 31, junior: 8 },
    dormitory: { primary: 4, junior: 4 },
  },
  reachedPercent: { area: { primary: 80.95, junior: 90.91 }, sports: { primary: 73.81, junior: 72.7 } },
} as const;

export const gansuCounty = {
  recurrentRevenueWan: [66_063, 71_385, 77_726],
  appropriationWan: [59_953, 64_808, 70_577],
  revenueGrowthPercent: [8.06, 8.88],
  marginPoints: [0.04, 0.02],
  expenditurePrimaryYuan: [10_330.69, 10_345.49, 10_438.28],
  expenditureJuniorYuan: [11_051.94, 11_138.58, 11_148.62],
  publicFundsPrimaryYuan: [2293.27, 2297.3, 2313.09],
  publicFundsJuniorYuan: [2353.82, 2482.14, 2685.04],
  growthPercent: {
    expenditurePrimary: [0.14, 0.9],
    expenditureJunior: [0.78, 0.09],
    publicFundsPrimary: [0.18, 0.69],
    publicFundsJunior: [5.45, 8.17],
  },
  /** One figure for both stages; the printed growth (4.35, 1.68) was computed from figures with more decimals. */
  teacherPayWan: [7.26, 7.57, 7.7],
} as const;

export const guangxiCounty = {
  composite: { primary: 0.406, junior: 0.176 },
  /** 三个增长 did not stand up to the audit; the disabled children's enrolment and safety did. */
  vetoes: { BV1: true, BV2: false, BV3: true, BV4: false },
  pointsMinimum: 89,
} as const;

/**
 * Worked example of the coefficient of variation: books of five primary schools.
 * Sources: 《县域义务教育校际均衡指标计算方法(以生均图书册数为例)》, 《差异系数计算方法》.
 */
export const fivePrimarySchools = {
  schools: [
    { pupils: 45, books: 279 },
    { pupils: 37, books: 137 },
    { pupils: 89, books: 935 },
    { pupils: 76, books: 160 },
    { pupils: 55, books: 402 },
  ],
  published: { pupils: 302, books: 1913, mean: 6.33, variance: 10.65, cv: 0.52 },
  /** The same figures with all digits. */
  recomputed: { mean: 6.3344370860927155, variance: 10.652786702918451, cv: 0.5152566298844764 },
  /** What a deviation that ignores the size of schools would give: wrong. */
  unweighted: { population: 0.48877068160501713, sample: 0.5464622347388621 },
};

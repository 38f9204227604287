/**
 * Worked example of sharing a nine-year school's resource 1 : 1.1 between its stages: books.
 * Source: 《测算均衡系数拆分公式(县域内义务教育阶段均衡发展差异系数计算的拆分问题)》. The printed shares
 * were computed from the rounded 58.5 a pupil.
 */
export const nineYearSchool = {
  primaryPupils: 166,
  juniorPupils: 210,
  books: 23_226,
  published: { primaryPerPupil: 58.5, primaryShare: 9711, juniorShare: 13_515 },
  recomputed: { primaryShare: 9711.627204030226, juniorShare: 13_514.372795969774 },
};

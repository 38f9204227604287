/** Parameters of basic balance (教督〔2012〕3号) and their values in words. */
export const basicParam = {
  composite: { limit: { primary: "Limit of the composite CV · primary", junior: "Limit of the composite CV · junior" } },
  split: {
    primaryJunior: "Split weights of nine-year schools",
    juniorSenior: "Split weights of complete secondary schools",
    allStages: "Split weights of twelve-year schools",
    kindergarten: "Weight of attached kindergarten children in the split (0: not counted)",
  },
  inclusion: {
    excludedTypes: "Types that are not judged",
    owners: "Owners whose schools count",
    campuses: "Campuses not counted as schools",
    partialSchools: "Schools without all grades",
  },
  gymInTeachingArea: "The gym in the teaching area",
  rounding: { cvDecimals: "Decimals of CVs", compare: "Compare before or after rounding" },
  standards: { pack: "School standards of the province", use: "School standards enter the verdict" },
  growth: { years: "Years that must each show the three growths", use: "The three growths enter the verdict" },
  vetoes: "Matters that rule recognition out",
  score: { minimum: "Least score of the government's work" },
  satisfaction: { minimum: "Least public satisfaction", use: "Public satisfaction enters the verdict" },
  prices: "Price of one unit of each resource",
} as const;

export const basicValue = {
  judged: "enters the verdict",
  shown: "is only shown",
  kept: "kept",
  subtracted: "subtracted",
  none: "none set",
  teaching_point: "teaching points",
} as const;

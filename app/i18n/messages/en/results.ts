export default {
  note: "Trial “{{name}}”, money in 10k yuan; a trial, not reported data.",
  note_outdated: "Trial “{{name}}” has changed since it was computed; these are the results before the change. Money in 10k yuan.",
  stage: "Stage",
  indicator: "Indicator",
  value: "Value",
  source: "Where the default comes from",
  years: {
    name: "Years",
    title: "{{county}}: conclusions and money by year",
    baseline: "Without measures",
    open: "Cannot be judged",
    over: "Above the yearly cap",
  },
  levers: { name: "Measures", title: "{{county}}: measures", number: "No.", content: "Content", effect: "Counts from" },
  indicators: { name: "Indicators", title: "{{county}}: the seven indicators by year", measure: "Figure" },
  sections: { name: "Schools", title: "{{county}}: schools by stage and year", code: "School code", school: "School" },
  receipt: { name: "Receipt", scenario: "Trial", data: "Data version", what: "Item" },
};

export default {
  note: "试算“{{name}}”，金额单位为万元；试算结果，不是上报数据。",
  note_outdated: "试算“{{name}}”在计算之后又有修改，这里是修改前的结果；金额单位为万元。",
  stage: "学段",
  indicator: "指标",
  value: "内容",
  source: "默认值来源",
  years: { name: "逐年结论", title: "{{county}}逐年结论与投入", baseline: "不采取措施", open: "无法评定（项）", over: "超年度上限" },
  levers: { name: "措施清单", title: "{{county}}措施清单", number: "序号", content: "内容", effect: "见效年" },
  indicators: { name: "逐年指标", title: "{{county}}七项指标逐年推演", measure: "数值" },
  sections: { name: "各校结论", title: "{{county}}各校各学段逐年结论", code: "学校代码", school: "学校" },
  receipt: { name: "运行回执", scenario: "试算", data: "数据版本", what: "项目" },
};

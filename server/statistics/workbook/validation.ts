import type ExcelJS from "exceljs";
import { codeListKeys, codeLists } from "./code-lists";
import { type ColumnLayout, codeSheetName, columnLetters, headingText } from "./layout";

const refuse = (
  error: string,
): Pick<ExcelJS.DataValidation, "allowBlank" | "showErrorMessage" | "errorStyle" | "errorTitle" | "error"> => ({
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: "stop",
  errorTitle: "请改正",
  error,
});

/** Drop-down or number rule of a column or an item, with its message in Chinese; null where anything may stand. */
export const validationOf = ({ cell, ...asked }: Pick<ColumnLayout, "cell" | "heading" | "unit">): ExcelJS.DataValidation | null => {
  const heading = headingText(asked);
  switch (cell.kind) {
    case "choice": {
      const letters = columnLetters(codeListKeys.indexOf(cell.list) + 1);
      const last = codeLists[cell.list].items.length + 1;
      return {
        type: "list",
        formulae: [`'${codeSheetName}'!$${letters}$2:$${letters}$${last}`],
        ...refuse(`${heading}：请从下拉列表中选择。`),
      };
    }
    case "whole":
      return {
        type: "whole",
        operator: "between",
        formulae: [cell.min, cell.max],
        ...refuse(`${heading}：请填 ${cell.min} 到 ${cell.max} 之间的整数；未统计的留空，没有的填 0。`),
      };
    case "amount":
      return {
        type: "decimal",
        operator: "greaterThanOrEqual",
        formulae: [0],
        ...refuse(`${heading}：请填不小于 0 的数，不带单位；未统计的留空，没有的填 0。`),
      };
    case "share":
      return {
        type: "decimal",
        operator: "between",
        formulae: [0, cell.max],
        ...refuse(`${heading}：请填占比，如 15%；未统计的留空。`),
      };
    default:
      return null;
  }
};

import account from "./messages/zh-CN/account";
import answers from "./messages/zh-CN/answers";
import audit from "./messages/zh-CN/audit";
import basic from "./messages/zh-CN/basic";
import checks from "./messages/zh-CN/checks";
import clauses from "./messages/zh-CN/clauses";
import commands from "./messages/zh-CN/commands";
import common from "./messages/zh-CN/common";
import comparing from "./messages/zh-CN/comparing";
import comparison from "./messages/zh-CN/comparison";
import compliance from "./messages/zh-CN/compliance";
import data from "./messages/zh-CN/data";
import entry from "./messages/zh-CN/entry";
import errors from "./messages/zh-CN/errors";
import evidence from "./messages/zh-CN/evidence";
import facts from "./messages/zh-CN/facts";
import futures from "./messages/zh-CN/futures";
import items from "./messages/zh-CN/items";
import notices from "./messages/zh-CN/notices";
import overview from "./messages/zh-CN/overview";
import planning from "./messages/zh-CN/planning";
import policies from "./messages/zh-CN/policies";
import portfolio from "./messages/zh-CN/portfolio";
import province from "./messages/zh-CN/province";
import regulation from "./messages/zh-CN/regulation";
import reminders from "./messages/zh-CN/reminders";
import results from "./messages/zh-CN/results";
import review from "./messages/zh-CN/review";
import rules from "./messages/zh-CN/rules";
import runs from "./messages/zh-CN/runs";
import search from "./messages/zh-CN/search";
import sources from "./messages/zh-CN/sources";
import targets from "./messages/zh-CN/targets";
import workspace from "./messages/zh-CN/workspace";

/** All texts of one language, for the server; a browser loads those that its page needs. */
export const zhCN = {
  account,
  answers,
  audit,
  basic,
  checks,
  clauses,
  commands,
  common,
  comparison,
  comparing,
  compliance,
  data,
  entry,
  errors,
  evidence,
  facts,
  futures,
  items,
  notices,
  overview,
  planning,
  policies,
  portfolio,
  province,
  regulation,
  reminders,
  results,
  search,
  review,
  rules,
  runs,
  sources,
  targets,
  workspace,
};

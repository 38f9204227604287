import account from "./messages/en/account";
import answers from "./messages/en/answers";
import audit from "./messages/en/audit";
import basic from "./messages/en/basic";
import checks from "./messages/en/checks";
import clauses from "./messages/en/clauses";
import commands from "./messages/en/commands";
import common from "./messages/en/common";
import comparing from "./messages/en/comparing";
import comparison from "./messages/en/comparison";
import compliance from "./messages/en/compliance";
import data from "./messages/en/data";
import entry from "./messages/en/entry";
import errors from "./messages/en/errors";
import evidence from "./messages/en/evidence";
import facts from "./messages/en/facts";
import futures from "./messages/en/futures";
import items from "./messages/en/items";
import notices from "./messages/en/notices";
import overview from "./messages/en/overview";
import planning from "./messages/en/planning";
import policies from "./messages/en/policies";
import portfolio from "./messages/en/portfolio";
import province from "./messages/en/province";
import regulation from "./messages/en/regulation";
import reminders from "./messages/en/reminders";
import results from "./messages/en/results";
import review from "./messages/en/review";
import rules from "./messages/en/rules";
import runs from "./messages/en/runs";
import search from "./messages/en/search";
import sources from "./messages/en/sources";
import targets from "./messages/en/targets";
import workspace from "./messages/en/workspace";

/** All texts of one language, for the server; a browser loads those that its page needs. */
export const en = {
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

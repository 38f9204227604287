import type { Locale } from "@server/http/context";
import type { CommanderError } from "commander";
import { type Complaint, complaint } from "./outcome";

const saidCodes: Readonly<Record<string, string>> = {
  "commander.unknownOption": "commands.unknownOption",
  "commander.unknownCommand": "commands.unknownCommand",
  "commander.missingArgument": "commands.missingArgument",
  "commander.missingMandatoryOptionValue": "commands.missingOption",
  "commander.optionMissingArgument": "commands.missingValue",
  "commander.invalidArgument": "commands.wrongChoice",
  "commander.excessArguments": "commands.excessArguments",
};

/** What the parser of the options refuses, as a complaint; null for what it says itself, such as help. */
export const parserComplaint = ({ code, message }: Pick<CommanderError, "code" | "message">): Complaint | null => {
  const said = saidCodes[code];
  if (said === undefined) return null;
  // The parser puts in quotes what it is about.
  const given = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted).join(" ");
  const choices = /choices are (.*?)\.?$/m.exec(message)?.[1] ?? "";
  return complaint("", said, { given, choices });
};

/** The language asked for, before the options have been read. */
export const languageOf = (args: readonly string[]): Locale => {
  const place = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  const asked = args[place]?.split("=")[1] ?? args[place + 1];
  return place >= 0 && asked === "en" ? "en" : "zh-CN";
};

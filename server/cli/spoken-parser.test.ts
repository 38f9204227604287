import { describe, expect, it } from "vitest";
import { complaintLines } from "./outcome";
import { languageOf, parserComplaint } from "./spoken-parser";
import { wordsIn } from "./words";

const said = async (language: "zh-CN" | "en", code: string, message: string): Promise<string> => {
  const found = parserComplaint({ code, message });
  return found === null ? "" : complaintLines([found], (await wordsIn(language)).sentence);
};

describe("what is wrong with options", () => {
  it.each([
    ["commander.unknownOption", "error: unknown option '--foo'", "error: 没有这个选项：--foo\n", "error: no such option: --foo\n"],
    ["commander.missingArgument", "error: missing required argument 'file'", "error: 缺少参数：file\n", "error: missing: file\n"],
    [
      "commander.invalidArgument",
      "error: option '--format <format>' argument 'pdf' is invalid. Allowed choices are json, table.",
      "error: 选项的值不能用：--format <format> pdf。可用：json, table\n",
      "error: this value is none of the option: --format <format> pdf. Known: json, table\n",
    ],
  ])("is said in the language asked for: %s", async (code, message, chinese, english) => {
    expect([await said("zh-CN", code, message), await said("en", code, message)]).toEqual([chinese, english]);
  });

  it("is nothing where help was asked for", async () => {
    expect(await said("en", "commander.helpDisplayed", "(outputHelp)")).toBe("");
  });

  it("is Chinese unless English is asked for", () => {
    expect([[], ["--language", "en"], ["--language=en"], ["--language"]].map(languageOf)).toEqual(["zh-CN", "en", "en", "zh-CN"]);
  });
});

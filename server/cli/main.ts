import type { Locale } from "@server/http/context";
import { Command, CommanderError, Option } from "commander";
import { z } from "zod";
import { locales } from "~/i18n/locales";
import type { AssessOptions } from "./commands/assess";
import type { AttributeOptions } from "./commands/attribute";
import type { BacktestOptions } from "./commands/backtest";
import type { MonteCarloOptions } from "./commands/montecarlo";
import type { OptimiseOptions } from "./commands/optimise";
import type { SeekOptions } from "./commands/seek";
import type { SimulateOptions } from "./commands/simulate";
import {
  type Complaint,
  complaint,
  complaintJson,
  complaintLines,
  exitCodes,
  formats,
  type Outcome,
  type Speech,
  unusable,
} from "./outcome";
import { ownCommand, stopFileOption, stopRequestedBy, withOwnChild } from "./own-child";
import { progressLine } from "./progress";
import type { ExplainOptions } from "./rules";
import { languageOf, parserComplaint } from "./spoken-parser";
import { wordsIn } from "./words";

/**
 * Composition root of the command line. Only the result goes to stdout; reasons and warnings go to
 * stderr. Commands are imported when called, so that judging one file does not load the database.
 */
const defaultRuleSet = "quality-2017";

const complain = async (complaints: readonly Complaint[], { format, language }: Speech): Promise<void> => {
  if (complaints.length === 0) return;
  const text = format === "json" ? complaintJson(complaints) : complaintLines(complaints, (await wordsIn(language)).sentence);
  process.stderr.write(text);
};

const finish = async (outcome: Outcome, speech: Speech): Promise<void> => {
  if (outcome.kind === "unusable") {
    process.exitCode = exitCodes.unusable;
    await complain(outcome.complaints, speech);
    return;
  }
  process.exitCode = outcome.exitCode;
  await complain(outcome.warnings, speech);
  process.stdout.write(outcome.stdout);
};

const spoken = (command: Command): Command =>
  command.addOption(
    new Option("--language <language>", "language of reasons and notices that are not JSON").choices(locales).default("zh-CN"),
  );

const judging = (command: Command): Command =>
  spoken(command)
    .option("--ruleset <id>", "rule set to judge by", defaultRuleSet)
    .addOption(new Option("--format <format>", "form of the answer").choices(formats).default("json"));

const program = new Command("hengce")
  .description("Judges and projects county data on compulsory education.")
  .exitOverride()
  // What the parser refuses is said below, in the language asked for.
  .configureOutput({ outputError: () => {} });

/** `--set a=1 b=2` and `--set a=1 --set b=2` alike. */
const layered = (command: Command): Command =>
  command
    .option("--layer <file...>", "layer of a province, city or county (JSON) on the rules, from the highest level down")
    .option("--set <key=value...>", "value to try instead of the one in force");

/** Questions whose answer has a receipt. */
const receipted = (command: Command): Command =>
  layered(judging(command))
    .option("--receipt <file>", "write what the answer rests on and can be had again by: hashes, rules, engines, seed, time (JSON)")
    .option("--check <file>", "hold the answer against such a receipt (exit code 4 where it is another)");

const ruled = (command: Command): Command =>
  layered(command).option("--date <day>", "day whose rules are used, YYYY-MM-DD (default: 1 September of the statistics year)");

ruled(judging(program.command("assess").description("judge a county workbook (.xlsx) or dataset (JSON)").argument("<file>")))
  .option("--against <ruleset>", "answer what another rule set would change")
  .action(async (file: string, options: AssessOptions) => {
    const { assess } = await import("./commands/assess");
    await finish(await assess(file, options), options);
  });

ruled(program.command("explain").description("say why a verdict is what it is, as JSON").argument("<file>"))
  .option("--ruleset <id>", "rule set to judge by", defaultRuleSet)
  .option("--section <code:stage>", "a school's primary or junior section, with --indicator")
  .option("--indicator <id>", "R1 to R7")
  .option("--balance <stage:indicator>", "a coefficient of variation: primary:R4; of basic balance primary:B3 or primary:composite")
  .option("--item <id>", "one of G1 to G15, Q1 to Q9, X1, a veto as V1, or E for eligibility")
  .action(async (file: string, options: ExplainOptions) => {
    const { explain } = await import("./commands/explain");
    await finish(await explain(file, options), { format: "json" });
  });

receipted(program.command("simulate").description("project a county under a scenario (JSON)").argument("<file>").argument("<scenario>"))
  .option("--datasets", "write the county of each year with the levers into the JSON too")
  .action(async (file: string, scenario: string, options: SimulateOptions) => {
    const { simulate } = await import("./commands/simulate");
    await finish(await simulate(file, scenario, options, progressLine("years")), options);
  });

receipted(
  program
    .command("attribute")
    .description("say which lever of a scenario (JSON) brings which part of the difference")
    .argument("<file>")
    .argument("<scenario>"),
)
  .option("--year <year...>", "statistics years asked for (default: all)")
  .option("--figures <group...>", "means, cvs, county, verdicts, cost (default: all)")
  .option("--exact-up-to <levers>", "levers up to which every subset is simulated, at most 12 (default: 12)")
  .option("--pairs <number>", "sampled orders, each with its reverse, where there are more levers (default: 64)")
  .option("--seed <number>", "seed of the sampled orders (default: 1)")
  .option("--pass-draws <number>", "futures drawn for each subset, to take the probability of passing apart too (default: not asked)")
  .option("--ranges <file>", "JSON with ranges of the inputs of those futures, as montecarlo reads them (default: the default ranges)")
  .action(async (file: string, scenario: string, options: AttributeOptions) => {
    const { attribute } = await import("./commands/attribute");
    await finish(await attribute(file, scenario, options, progressLine("attribution")), options);
  });

layered(
  judging(
    program
      .command("seek")
      .description("say how little of one lever of a scenario (JSON) reaches a goal (JSON), or how late it may begin")
      .argument("<file>")
      .argument("<scenario>")
      .argument("<request>"),
  ),
).action(async (file: string, scenario: string, request: string, options: SeekOptions) => {
  const { seek } = await import("./commands/seek");
  await finish(await seek(file, scenario, request, options), options);
});

receipted(
  program
    .command("montecarlo")
    .description("say how a scenario (JSON) may turn out: probabilities and bands over many draws")
    .argument("<file>")
    .argument("<scenario>"),
)
  .option("--draws <number>", "draws (default: 1000)")
  .option("--seed <number>", "the same seed gives the same answer")
  .option("--year <year>", "year that the sensitivity is told for (default: the last)")
  .option("--settings <file>", "ranges of the uncertain inputs (JSON)")
  .option("--threads <number>", "processes that share the draws; the answer does not depend on it (default: 1)")
  .addOption(new Option("--part <from:to>", "draws of a part, for another process").hideHelp())
  .action(async (file: string, scenario: string, { part, ...options }: MonteCarloOptions & { readonly part?: string }) => {
    const { montecarlo, montecarloPart } = await import("./commands/montecarlo");
    const { ownProcess } = await import("./commands/montecarlo-parts");
    const send = (message: unknown): void => void process.send?.(message);
    const outcome =
      part === undefined
        ? montecarlo(file, scenario, options, { onProgress: progressLine("draws"), startPart: ownProcess })
        : montecarloPart(file, scenario, { ...options, part }, send);
    await finish(await outcome, options);
  });

receipted(
  program
    .command("optimise")
    .description("find the cheapest plan on top of a scenario (JSON) that meets a request (JSON)")
    .argument("<file>")
    .argument("<scenario>")
    .argument("<request>"),
)
  .addOption(new Option(`${stopFileOption} <file>`, "file that ends the search when it appears").hideHelp())
  .addHelpText(
    "after",
    "\nThe first Ctrl-C ends the search and writes the best plan so far (exit code 3), the second one leaves at once (130).",
  )
  .action(
    async (file: string, scenario: string, request: string, { stopFile, ...options }: OptimiseOptions & { readonly stopFile?: string }) => {
      const tell = (line: string): void => void process.stderr.write(`${line}\n`);
      if (stopFile === undefined) {
        const { sentence } = await wordsIn(options.language);
        process.exitCode = await withOwnChild(ownCommand, process, () => tell(sentence("commands.stopping", {}) ?? "stopping"));
        return;
      }
      const { optimise } = await import("./commands/optimise");
      await finish(await optimise(file, scenario, request, options, tell, stopRequestedBy(stopFile)), options);
    },
  );

receipted(
  program
    .command("backtest")
    .description("hold later years of a county against the projection of the earliest")
    .argument("<file...>", "county workbooks (.xlsx) or datasets (JSON), one a statistics year")
    .option("--scenario <file>", "scenario (JSON) whose assumptions are tested (default: those that the earliest year suggests)"),
).action(async (files: string[], options: BacktestOptions) => {
  const { backtest } = await import("./commands/backtest");
  await finish(await backtest(files, options), options);
});

program
  .command("recompute")
  .description("ask the question of a stored run again on its locked data and compare (DATABASE_URL)")
  .argument("<run>", "id of the run, as the address of its receipt shows it")
  .addOption(new Option("--format <format>", "form of the answer").choices(formats).default("table"))
  .action(async (run: string, options: Speech) => {
    const { recompute } = await import("./commands/recompute");
    await finish(await recompute(run, options), options);
  });

program
  .command("template")
  .description("write an empty county workbook")
  .argument("<out.xlsx>")
  .requiredOption("--county-code <code>", "six digits")
  .requiredOption("--county-name <name>")
  .requiredOption("--year <year>", "statistics year")
  .action(async (out: string, options: { countyCode: string; countyName: string; year: string }) => {
    const { template } = await import("./commands/template");
    await finish(await template(out, options), { format: "table" });
  });

program
  .command("schema")
  .description("write the JSON Schemas of datasets, scenarios and answers")
  .argument("[folder]", "where to", "docs/schema")
  .action(async (folder: string) => {
    const { writeSchemas } = await import("./commands/schema");
    await finish(await writeSchemas(folder), { format: "table" });
  });

program
  .command("migrate")
  .description("bring the database to this version (DATABASE_URL, MIGRATION_DATABASE_URL)")
  .action(async () => {
    const { migrateDatabase } = await import("./commands/installation");
    await finish(await migrateDatabase(), { format: "table" });
  });

spoken(program.command("create-organisation").description("add a province, city or county"))
  .requiredOption("--kind <kind>", "province, city or county")
  .requiredOption("--code <code>", "administrative division code, 2 to 6 digits")
  .requiredOption("--name <name>")
  .option("--parent <code>", "code of the city or province above it")
  .action(async ({ language, ...options }: { kind: string; code: string; name: string; parent?: string; language: Locale }) => {
    const { addOrganisation } = await import("./commands/installation");
    await finish(await addOrganisation(options), { format: "table", language });
  });

spoken(program.command("create-administrator").description("add an organisation's administrator and show the start password once"))
  .requiredOption("--organisation <code>")
  .requiredOption("--email <address>")
  .requiredOption("--name <name>", "name shown in the product")
  .action(async ({ language, ...options }: { organisation: string; email: string; name: string; language: Locale }) => {
    const { addAdministrator } = await import("./commands/installation");
    await finish(await addAdministrator(options), { format: "table", language });
  });

// What a schema says of a JSON document, in Chinese too; JSON holds the same words whatever the language.
program.hook("preAction", (_, command) => {
  const { format, language } = command.opts<Partial<Speech>>();
  if (format === "table" && language !== "en") z.config(z.locales.zhCN());
});

// A reader that closes the pipe early (head) has seen what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    const refused = parserComplaint(error);
    if (refused !== null) await finish(unusable([refused]), { format: "table", language: languageOf(process.argv) });
    else process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.unusable;
  } else if (error instanceof Error && error.name === "EnvironmentError") {
    await finish(unusable([complaint("", error.message)]), { format: "table" });
  } else {
    process.exitCode = exitCodes.internal;
    process.stderr.write(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

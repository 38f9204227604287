import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * Prints the scores of a mutation report by folder and by file: `node test/mutation/scores.mjs test/mutation/report.json`.
 * A mutant that no test reaches counts as survived. In a report of a sample those that no test reaches are known of
 * all mutants and the others of the sample only, so that their shares are put together.
 */
const [file = "test/mutation/report.json"] = process.argv.slice(2);
const { files, projectRoot } = JSON.parse(await readFile(file, "utf8"));

const say = (text) => process.stdout.write(`${text}\n`);

const count = (mutants) => {
  const of = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const [killed, survived, unreached, left] = [of("Killed", "Timeout"), of("Survived"), of("NoCoverage"), of("RuntimeError")];
  const reached = killed + survived + left;
  return { killed, survived, unreached, tried: killed + survived, mutants: reached + unreached, left };
};
const score = ({ killed, tried, unreached, mutants }) =>
  mutants === 0 ? Number.NaN : tried === 0 ? (unreached > 0 ? 0 : Number.NaN) : (killed / tried) * (1 - unreached / mutants);
const shown = (value) => (Number.isNaN(value) ? "–" : (100 * value).toFixed(1));

const folders = new Map();
for (const [name, { mutants }] of Object.entries(files)) {
  const own = path.relative(projectRoot, path.resolve(projectRoot, name));
  const folder = path.dirname(own);
  folders.set(folder, [...(folders.get(folder) ?? []), [own, mutants]]);
}

const row = (name, own) =>
  `| ${name} | ${own.mutants} | ${own.tried} | ${own.killed} | ${own.survived} | ${own.unreached} | ${shown(score(own))} |`;
const all = count(Object.values(files).flatMap(({ mutants }) => mutants));
say("| | mutants | tried | killed | survived | unreached | score % |\n|---|--:|--:|--:|--:|--:|--:|");
say(row("**all**", all));
for (const [folder, entries] of [...folders].sort()) {
  say(row(`**${folder}**`, count(entries.flatMap(([, mutants]) => mutants))));
  if (process.argv.includes("--files")) for (const [name, mutants] of entries.sort()) say(row(path.basename(name), count(mutants)));
}
if (all.tried < all.mutants - all.unreached) {
  const p = all.killed / all.tried;
  say(`\nA sample: ± ${(196 * Math.sqrt((p * (1 - p)) / all.tried)).toFixed(1)} (95 %).`);
}

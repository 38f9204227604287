import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { namespaces } from "~/i18n/locales";

/** Reads the sources for the tests of texts: which texts they use, and which they must not hold. */

const namesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return namesOf(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

export interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

const parsed = (path: string): Source => ({
  path,
  tree: ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.ES2022,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
});

/** Parses every source below `folder`, tests and catalogues left out. */
export const sourcesBelow = (folder: string): readonly Source[] =>
  namesOf(folder)
    .filter((path) => !/\.test\.tsx?$/.test(path) && !path.includes(join("i18n", "messages")))
    .map(parsed);

/** Parses everything below `folder`, tests included. */
export const testsBelow = (folder: string): readonly Source[] => namesOf(folder).map(parsed);

export const parseText = (text: string): Source => ({
  path: "sample.tsx",
  tree: ts.createSourceFile("sample.tsx", text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX),
});

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

const whereIs = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

const keyHead = new RegExp(`^(${namespaces.join("|")}):[a-zA-Z]`);

export interface KeyUse {
  readonly where: string;
  /** The key, or for a template the pattern of the keys it can make. */
  readonly key: string | RegExp;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Every text key named in a source: literals and templates of the form `namespace:…`. */
export const keysUsed = (source: Source): readonly KeyUse[] => {
  const uses: KeyUse[] = [];
  walk(source.tree, (node) => {
    if (ts.isStringLiteralLike(node) && keyHead.test(node.text)) uses.push({ where: whereIs(source, node), key: node.text });
    if (ts.isTemplateExpression(node) && namespaces.some((name) => node.head.text.startsWith(`${name}:`))) {
      const pattern = node.templateSpans.map((span) => `[^:]+${escaped(span.literal.text)}`).join("");
      uses.push({ where: whereIs(source, node), key: new RegExp(`^${escaped(node.head.text)}${pattern}$`) });
    }
  });
  return uses;
};

/** Calls of the translator that a reader of the source cannot check: a key without its namespace. */
export const looseCalls = (source: Source): readonly string[] => {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    const [first] = node.arguments;
    const name = node.expression.getText();
    if (name === "useTranslation" && first) found.push(`${whereIs(source, node)} useTranslation takes no namespace, keys name theirs`);
    if (name !== "t" || !first) return;
    const named = ts.isStringLiteralLike(first) ? keyHead.test(first.text) : true;
    const headed = ts.isTemplateExpression(first) ? namespaces.some((one) => first.head.text.startsWith(`${one}:`)) : true;
    if (!named || !headed) found.push(`${whereIs(source, node)} ${first.getText()}`);
  });
  return found;
};

const spoken = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "placeholder",
  "alt",
  "label",
]);
const han = /\p{Script=Han}/u;
const word = /\p{L}{2,}/u;

/** Texts that a person would read or hear, written into a component instead of a catalogue. */
export const literalTexts = (source: Source): readonly string[] => {
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => found.push(`${whereIs(source, node)} ${text.trim()}`);
  walk(source.tree, (node) => {
    if (ts.isJsxText(node) && word.test(node.text)) note(node, node.text);
    else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && ts.isStringLiteralLike(value) && word.test(value.text) && !keyHead.test(value.text)) note(node, value.text);
    } else if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression) && !ts.isJsxAttribute(node.parent)) {
      if (word.test(node.expression.text)) note(node, node.expression.text);
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      if (han.test(node.text)) note(node, node.text);
    }
  });
  return found;
};

/** The file is not well-formed where the import needs it to be. Caught at the edge of the import, never shown. */
export class MalformedWorkbook extends Error {}

export interface XmlEvent {
  readonly kind: "open" | "close" | "text";
  /** Local name of the element; empty for text. */
  readonly name: string;
  /** Raw attributes of an opening tag, raw characters of a text. */
  readonly raw: string;
}

const tag = /<(\/?)([^\s/<>!?"'=]+)((?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const maxDepth = 100;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const skipTo = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new MalformedWorkbook(`no ${mark}`);
  return at + mark.length;
};

/** Walks an XML part tag by tag; holds no tree. Knows no markup declarations: any `<!` but comments and CDATA is refused. */
export function* xmlEvents(text: string): Generator<XmlEvent> {
  let at = 0;
  let depth = 0;
  while (at < text.length) {
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      const end = next < 0 ? text.length : next;
      yield { kind: "text", name: "", raw: text.slice(at, end) };
      at = end;
    } else if (text.startsWith("<?", at)) {
      at = skipTo(text, "?>", at);
    } else if (text.startsWith("<!--", at)) {
      at = skipTo(text, "-->", at);
    } else if (text.startsWith("<![CDATA[", at)) {
      const end = skipTo(text, "]]>", at);
      yield { kind: "text", name: "", raw: text.slice(at + 9, end - 3).replaceAll("&", "&amp;") };
      at = end;
    } else {
      tag.lastIndex = at;
      const match = tag.exec(text);
      if (match === null) throw new MalformedWorkbook("tag");
      const [whole, closing, name = "", attributes = "", empty] = match;
      at += whole.length;
      const local = localName(name);
      if (closing === "/") {
        depth -= 1;
        yield { kind: "close", name: local, raw: "" };
      } else {
        yield { kind: "open", name: local, raw: attributes };
        if (empty === "/") yield { kind: "close", name: local, raw: "" };
        else depth += 1;
      }
      if (depth < 0 || depth > maxDepth) throw new MalformedWorkbook("depth");
    }
  }
  if (depth !== 0) throw new MalformedWorkbook("unclosed");
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Characters of a raw text: predefined and numeric references only. */
export const decodeXml = (raw: string): string =>
  raw.includes("&")
    ? raw.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));?/gu, (whole, decimal?: string, hex?: string, name?: string) => {
        const point = decimal !== undefined ? Number.parseInt(decimal, 10) : hex !== undefined ? Number.parseInt(hex, 16) : null;
        const character = point !== null ? (point <= 0x10ffff ? String.fromCodePoint(point) : undefined) : named[name ?? ""];
        if (character === undefined || !whole.endsWith(";")) throw new MalformedWorkbook("reference");
        return character;
      })
    : raw;

const attributePattern = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Value of an attribute by local name; undefined when absent. */
export const attribute = (raw: string, name: string): string | undefined => {
  // Nearly all attributes are written like this; a county of 5000 schools has a million of them.
  const start = raw.indexOf(` ${name}="`);
  if (start >= 0) return decodeXml(raw.slice(start + name.length + 3, raw.indexOf('"', start + name.length + 3)));
  for (const [, key = "", double, single] of raw.matchAll(attributePattern)) {
    if (localName(key) === name) return decodeXml(double ?? single ?? "");
  }
  return undefined;
};

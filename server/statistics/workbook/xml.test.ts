import { describe, expect, test } from "vitest";
import { attribute, decodeXml, MalformedWorkbook, xmlEvents } from "./xml";

const walk = (text: string): string[] => [...xmlEvents(text)].map(({ kind, name, raw }) => `${kind}:${name}${kind === "text" ? raw : ""}`);

describe("xml events", () => {
  test("tags, texts, CDATA, comments and empty elements come in order, prefixes dropped", () => {
    expect(walk('<?xml version="1.0"?><x:a b="1>2"><!-- <c> --><d/>te&lt;xt<![CDATA[<&]]></x:a>')).toEqual([
      "open:a",
      "open:d",
      "close:d",
      "text:te&lt;xt",
      "text:<&amp;",
      "close:a",
    ]);
  });

  test.each(["<a>", "</a>", "<a", "<a b=1/>", "<!DOCTYPE a><a/>", "<a><!ELEMENT b></a>", "<a><![CDATA[x</a>", "<a><!-- </a>", "<<a/>"])(
    "%s is refused",
    (text) => {
      expect(() => walk(text)).toThrow(MalformedWorkbook);
    },
  );

  test("nesting beyond any workbook's depth is refused", () => {
    expect(() => walk("<a>".repeat(10_000))).toThrow(MalformedWorkbook);
  });
});

describe("characters", () => {
  test("predefined and numeric references are read", () => {
    expect(decodeXml("&lt;&amp;&#23383;&#x5B57;&quot;&apos;&gt;")).toBe("<&字字\"'>");
  });

  test.each(["&lol;", "&#x110000;", "&amp", "&constructor;"])("%s is refused or left as it stands, never expanded", (raw) => {
    let text: string | null = null;
    try {
      text = decodeXml(raw);
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedWorkbook);
    }
    expect([null, raw]).toContain(text);
  });

  test("attributes are found by local name in either kind of quotes", () => {
    expect(attribute(` r='B2' x:id="a&amp;b"`, "id")).toBe("a&b");
    expect(attribute(` r='B2' x:id="a&amp;b"`, "r")).toBe("B2");
    expect(attribute(` r='B2'`, "s")).toBeUndefined();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePath, signInPath } from "./safe-next";

describe("the page to return to after sign-in", () => {
  it("is kept with its search when it is one of ours", () => {
    expect(safePath("/assessment/schools?stage=junior&sort=R3")).toBe("/assessment/schools?stage=junior&sort=R3");
  });
  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "evil.example",
    "",
    "/sign-in?next=/sign-in",
    "/sign-out",
  ])("is refused when it is %j", (value) => {
    expect(safePath(value)).toBeNull();
  });
  it("never leaves this site, whatever is asked for", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      "//",
      ".",
      "..",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "@",
      ":",
      "javascript:",
      "evil.example",
      "。",
      "／",
      "?",
      "#",
      "a",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
          fc.webUrl(),
          fc.string({ unit: "binary" }),
        ),
        (value) => {
          const path = safePath(value);
          if (path === null) return;
          expect(new URL(path, "https://hengce.example").origin).toBe("https://hengce.example");
        },
      ),
      { numRuns: 5000 },
    );
  });
  it("is remembered for pages read, not for forms sent", () => {
    expect(signInPath(new Request("http://x/data/schools?sort=name"))).toBe("/sign-in?next=%2Fdata%2Fschools%3Fsort%3Dname");
    expect(signInPath(new Request("http://x/data/schools", { method: "POST" }))).toBe("/sign-in");
  });
});

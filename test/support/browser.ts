import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locale } from "@server/http/context";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { en } from "~/i18n/en";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";

const program = (): string => {
  const path = process.env["CHROMIUM_PATH"] || "/usr/bin/chromium";
  if (!existsSync(path)) throw new Error(`These tests need Chromium (Debian: apt-get install chromium); ${path} is not there.`);
  return path;
};

/** Starts Chromium so that it talks to nobody but the page under test. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    // Without a locale of this kind Chromium gives up the Chinese name of a download, which no reader's machine does.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    executablePath: program(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

const texts = { "zh-CN": zhCN, en } as const;

/** A text as the pages show it. Throws when the catalogue has no such key. */
export type Texts = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Texts of a language, so that a test finds things by what a user reads. */
export const textsOf = (locale: Locale): Texts => {
  const language = registerLanguage(locale, texts[locale]);
  return (key, params = {}) => {
    if (!language.exists(key, params)) throw new Error(`no text for ${key} in ${locale}`);
    return language.t(key, params);
  };
};

/** One person at a browser of her own. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly t: Texts;
  /** What the browser complained about: script errors, refused resources, CSP violations, answers of 500 and above. */
  readonly complaints: string[];
  signIn(email: string, password: string): Promise<void>;
}

export interface VisitOptions {
  readonly origin: string;
  readonly locale: Locale;
  readonly javaScript?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const everyPage = { width: 1366, height: 850 };

export const visit = async (
  browser: Browser,
  { origin, locale, javaScript = true, viewport = everyPage }: VisitOptions,
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    javaScriptEnabled: javaScript,
    viewport,
    timezoneId: "Asia/Shanghai",
    // A colour on its way from one to another has no contrast to judge.
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const t = textsOf(locale);
  const complaints: string[] = [];
  const complain = (what: string) => complaints.push(`${new URL(page.url(), origin).pathname}: ${what}`);
  page.on("pageerror", (error) => complain(String(error)));
  page.on("console", (message) => {
    // A page that is refused or not found says so by its status, which the browser repeats on the console.
    const expected = /status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !expected) complain(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complain(`${response.status()} for ${response.url()}`);
  });
  return {
    context,
    page,
    t,
    complaints,
    signIn: async (email, password) => {
      // A page that is left while React still takes it over may complain on its way out.
      await page.goto("/sign-in", { waitUntil: "networkidle" });
      await page.getByLabel(t("account:sign_in.email")).fill(email);
      await page.getByLabel(t("account:sign_in.password")).fill(password);
      await page.getByRole("button", { name: t("account:sign_in.submit") }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
    },
  };
};

/**
 * Lets people arrive whose password is the same. Who has been here signs in no second time: her browser brings the
 * cookie along, and has no page open yet.
 */
export const arrivals = (browser: Browser, origin: string, password: string) => {
  const known = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();
  return async (email: string, options: Partial<VisitOptions> = {}): Promise<Visitor> => {
    const visitor = await visit(browser, { origin, locale: "zh-CN", ...options });
    const cookies = known.get(email);
    if (cookies === undefined) {
      await visitor.signIn(email, password);
      known.set(email, await visitor.context.cookies());
    } else await visitor.context.addCookies(cookies);
    return visitor;
  };
};

/** Until the script has taken over a page that was opened by its address: a button that asks first sends at once before. */
export const takenOver = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__reactProps")));
};

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const axe = readFileSync(axePath, "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * Violations of WCAG 2.0–2.2, levels A and AA, of the page as it stands, one line each; empty when there are none.
 * `contrast` false leaves out the dearest rule where the same colours have been looked at before.
 */
export const violations = async (page: Page, { contrast = true } = {}): Promise<readonly string[]> => {
  // A document that is looked at a second time, at another width, has it already.
  if (await page.evaluate("window.axe === undefined")) await page.evaluate(axe);
  const options = { runOnly: levels, resultTypes: ["violations"], rules: { "color-contrast": { enabled: contrast } } };
  const found: readonly Violation[] = await page.evaluate(
    `window.axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  const path = new URL(page.url()).pathname;
  return found.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map((node) => `${node.html} (${node.failureSummary})`).join("; ")}`);
};

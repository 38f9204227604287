import { randomBytes } from "node:crypto";
import { migrate } from "@db/migrate";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startTestServer } from "./embedded";

/** Name of the migrated database that each test file clones. */
const templateName = "hengce_template";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser URL and application login of the run's Postgres, both without a database name. */
    readonly postgres: { readonly adminUrl: string; readonly appUrl: string };
  }
}

const prepare = async (adminUrl: string): Promise<string> => {
  const app = new URL(adminUrl);
  app.username = "hengce_test_app";
  app.password = randomBytes(12).toString("hex");
  const appUrl = app.href.replace(/\/$/, "");
  const admin = postgres(`${adminUrl}/postgres`, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${templateName}`);
  await admin.end();
  await migrate({ adminUrl: `${adminUrl}/${templateName}`, appUrl: `${appUrl}/${templateName}` });
  return appUrl;
};

/** Starts one Postgres for the whole run and migrates the template once. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startTestServer();
  try {
    project.provide("postgres", { adminUrl: server.adminUrl, appUrl: await prepare(server.adminUrl) });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
};

import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "product",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/cases/**"],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
      // Many tests of pure code on the same engines: loading these anew for each file would take longer than most of them.
      {
        extends: true,
        test: { name: "pure", include: ["{app,server,db,workers}/**/*.test.{ts,tsx}", "test/cases/**/*.test.ts"], isolate: false },
      },
    ],
  },
});

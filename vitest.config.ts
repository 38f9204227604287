import tsconfigPaths from "vite-tsconfig-paths";
import { configDefaults, defineConfig } from "vitest/config";

const levers = "server/planning/levers/**/*.test.ts";

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
          include: ["{app,server,db,workers,test}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, levers],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
      // Many small tests of pure code on the same engine: loading it anew for each would take longer than all of them.
      { extends: true, test: { name: "levers", include: [levers], isolate: false } },
    ],
  },
});

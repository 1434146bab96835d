import { defineConfig } from "vitest/config";

/** Starting a server, and compiling the types of a whole tenant, takes a busy machine its time. */
const PATIENCE = 180_000;

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/{data,render,workspace}/**/*.test.ts", "test/*.test.ts"] } },
      { test: { name: "contract", include: ["src/contract/**/*.test.ts"], testTimeout: PATIENCE, hookTimeout: PATIENCE } },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: ["test/support/server.ts"],
          fileParallelism: false,
          testTimeout: PATIENCE,
          hookTimeout: 2 * PATIENCE,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});

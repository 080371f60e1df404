import { defineConfig } from "vitest/config";

/** The suffix gives the tier: .test pure, .properties.test generated inputs, .int.test real database. End-to-end stands in e2e/. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: ["src/**/*.test.ts", "web/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: ["**/*.int.test.ts"],
          // Pure code leaves nothing behind that another file could see, so the files share their workers.
          isolate: false,
          maxWorkers: 2,
          // Far more than any needs on a quiet machine: a limit is there to end what hangs, not to measure how busy the machine is.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["src/**/*.int.test.ts"],
          globalSetup: ["src/database/start-test-cluster.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.e2e.ts"],
          globalSetup: ["e2e/prepare-run.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } },
          // Each file has an installation and a browser of its own; two at a time halve the wait.
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
});

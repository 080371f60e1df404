import { openJobs } from "#jobs/open-jobs.ts";

// A worker for the tests that takes a job, says so, and never ends it: to be killed in the middle.
const jobs = await openJobs(process.argv[2] ?? "", { takes: true, onError: () => undefined });
await jobs.work("count-evidence", {
  run: () => {
    process.send?.("started");
    return new Promise(() => undefined);
  },
  abandoned: async () => undefined,
});

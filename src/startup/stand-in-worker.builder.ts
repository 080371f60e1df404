import { openJobs } from "#jobs/open-jobs.ts";
import { obeySupervisor, tellReady } from "#startup/obey-supervisor.ts";

// Stands in for the worker in tests of the supervisor: takes jobs and does nothing.
const jobs = await openJobs(process.env["TANDEM_APP_DATABASE_URL"] ?? "", { takes: true, onError: () => undefined });
await jobs.work("count-evidence", { run: async () => undefined, abandoned: async () => undefined });
tellReady();
obeySupervisor(() => jobs.close());

import { areSetsThere, measureCompanions } from "#scan/detectors/measure-companions.builder.ts";

// `node bench/detection.ts`: precision and recall of names and addresses in free text, on the public sets beside the project.
if (!areSetsThere) process.stderr.write("skipped: ../shared/data is not there\n");
else
  for (const { what, right, of } of measureCompanions())
    process.stdout.write(`${what}: ${of === 0 ? "-" : ((100 * right) / of).toFixed(1)} % (${right} of ${of})\n`);

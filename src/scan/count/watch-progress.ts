import type { CountProgressNote } from "#scan/count-evidence.ts";

const EVERY = 500;

/** Shows progress in one line of standard error that is written over, on a terminal only. */
export function watchProgress(language: "zh" | "en"): {
  show: (note: CountProgressNote & { readonly bytesTotal: number }) => void;
  end: () => void;
} {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const begun = performance.now();
  let shown = begun;
  return {
    show: ({ reading, sourcesDone, bytesDone, rowsDone, bytesTotal }) => {
      const now = performance.now();
      if (now - shown < EVERY) return;
      shown = now;
      const rate = ((bytesDone / (now - begun)) * 1000) / 1e6;
      const [done, total] = [(bytesDone / 1e6).toFixed(0), (bytesTotal / 1e6).toFixed(0)];
      const line =
        language === "zh"
          ? `${done}/${total} MB  ${rate.toFixed(1)} MB/s  ${rowsDone} 行  已完成 ${sourcesDone} 个  正在读取 ${reading}`
          : `${done}/${total} MB  ${rate.toFixed(1)} MB/s  ${rowsDone} rows  ${sourcesDone} done  reading ${reading}`;
      process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
    },
    end: () => {
      process.stderr.write("\r\u001b[K");
    },
  };
}

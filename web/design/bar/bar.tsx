import { formatShare } from "#web/design/number/number.ts";
import "#web/design/bar/bar.css";

/** Progress of something with a known end. */
export function Bar({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(share * 100)}
      aria-valuetext={formatShare(done, total)}
    >
      <span style={{ width: `${share * 100}%` }} />
    </div>
  );
}

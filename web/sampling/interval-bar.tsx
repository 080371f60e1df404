/** An interval of shares on the line from 0 to 1, with the point estimate. */
export function IntervalBar({ lower, upper, point }: { readonly lower: number; readonly upper: number; readonly point: number | null }) {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return (
    <div className="interval">
      <div className="interval-line">
        <span className="interval-range" style={{ left: `${lower * 100}%`, width: `${Math.max(0.4, (upper - lower) * 100)}%` }} />
        {point === null ? null : <span className="interval-point" style={{ left: `${point * 100}%` }} />}
      </div>
      <div className="interval-ends figure small">
        <span>0 %</span>
        <strong>
          {percent(lower)} – {percent(upper)}
        </strong>
        <span>100 %</span>
      </div>
    </div>
  );
}

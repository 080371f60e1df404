import { useEffect, useState } from "react";
import { formatMoment } from "#web/design/date/date.ts";
import "#web/design/watermark/watermark.css";

/** Person and minute, faint over every page and on paper, so that a photograph or a print-out leads back to its reader. */
export function Watermark({ person }: { readonly person: string }) {
  const [minute, setMinute] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setMinute(new Date().toISOString()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const words = `${person} ${formatMoment(minute)}`.replace(/[<>&"']/g, "");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="200"><text x="10" y="130" transform="rotate(-18 180 100)" font-family="sans-serif" font-size="14" fill="#1c2733" fill-opacity="0.055">${words}</text></svg>`;
  return (
    <div
      className="watermark"
      aria-hidden="true"
      data-testid="watermark"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }}
    />
  );
}

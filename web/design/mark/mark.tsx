import type { ReactNode } from "react";

export type Tone = "plain" | "accent" | "good" | "bad" | "warn" | "quiet" | "unknown";

/** A small word with a border; never colour alone. */
export function Mark({
  tone = "plain",
  children,
  testId,
  title,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly testId?: string;
  readonly title?: string;
}) {
  return (
    <span className={tone === "plain" ? "mark" : `mark mark-${tone}`} data-testid={testId} title={title}>
      {children}
    </span>
  );
}

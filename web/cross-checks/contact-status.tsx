import { STATUS_NAMES } from "#cross-checks/contact.ts";
import type { ContactStatus } from "#cross-checks/cross-checks.contract.ts";
import { Mark, type Tone } from "#web/design/mark/mark.tsx";
import { useWords } from "#web/design/text/language.tsx";

const TONES = {
  asked: "accent",
  agreed: "good",
  declined: "quiet",
  withdrawn: "quiet",
  ended: "quiet",
  expired: "quiet",
} as const satisfies Record<ContactStatus, Tone>;

export function ContactStatusMark({ status }: { readonly status: ContactStatus }) {
  const words = useWords();
  return (
    <Mark tone={TONES[status]} testId="contact-status">
      {words(STATUS_NAMES[status])}
    </Mark>
  );
}

import { useState } from "react";
import { ContentFields, type TypedContent } from "#web/clues/acts/content-fields.tsx";
import type { FormProps } from "#web/clues/acts/form-props.ts";
import { ReasonField, SubmitButton } from "#web/clues/acts/reason-form.tsx";

export function CorrectForm({ clue, pending, onSubmit }: FormProps) {
  const [content, setContent] = useState<TypedContent>({ ...clue.content, industry: clue.content.industry ?? "" });
  const [begun] = useState(clue.version);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (content.title.trim() === "" || reason.trim() === "") return;
        const { title, summary, field, insider, tracks } = content;
        const industry = content.industry.trim() === "" ? null : content.industry.trim();
        const corrected = { ...clue.content, title: title.trim(), summary: summary.trim(), field, industry, insider, tracks: [...tracks] };
        onSubmit({ type: "correct", content: corrected, reason: reason.trim() }, begun);
      }}
    >
      <ContentFields content={content} tried={tried} onChange={setContent} />
      <ReasonField value={reason} tried={tried} onChange={setReason} />
      <SubmitButton pending={pending} />
    </form>
  );
}

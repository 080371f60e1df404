import { Button } from "antd";
import { useState } from "react";
import type { Deadline } from "#deadlines/deadlines.contract.ts";
import { ProcessNoticeGround } from "#process-notices/process-notices.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { noticesText } from "#web/deadlines/notices.text.ts";
import { useKeepNotices } from "#web/deadlines/use-notices.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { Labelled } from "#web/design/field/labelled.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useText } from "#web/design/text/language.tsx";

/** A case manager asks about one clock; the form opens in place. */
export function NoticeForm({ deadline }: { readonly deadline: Deadline }) {
  const t = useText(noticesText);
  const requestId = useRequestId();
  const { issue } = useKeepNotices();
  const [open, setOpen] = useState(false);
  const [ground, setGround] = useState<ProcessNoticeGround>(deadline.daysLeft < 0 ? "over" : "near");
  const [text, setText] = useState("");
  return (
    <div className="no-print">
      <Button
        type="link"
        size="small"
        aria-expanded={open}
        disabled={issue.isPending}
        onClick={() => setOpen(!open)}
        data-testid="notice-open"
      >
        {t("issue")}
      </Button>
      {issue.isSuccess ? (
        <span className="small good" role="status">
          {t("sent")}
        </span>
      ) : null}
      {open ? (
        <form
          className="deadline-form stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            issue.mutate(
              { caseId: deadline.caseId, requestId: requestId.current(), deadlineId: deadline.id, ground, text },
              {
                onSuccess: () => {
                  requestId.renew();
                  setOpen(false);
                  setText("");
                },
              },
            );
          }}
        >
          <Choice
            showLabel
            label={t("ground")}
            value={ground}
            onChange={(value) => setGround(ProcessNoticeGround.parse(value))}
            options={ProcessNoticeGround.options.map((one) => [one, t(one)])}
          />
          <Labelled label={t("text")}>
            <textarea
              className="field notice-words"
              required
              rows={2}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              data-testid="notice-text"
            />
          </Labelled>
          <InlineProblem error={issue.error} />
          <div>
            <Button type="primary" size="small" htmlType="submit" loading={issue.isPending} data-testid="notice-send">
              {t("send")}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}

import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { ProcessNotice } from "#process-notices/process-notices.contract.ts";
import { useRequestId } from "#web/app/request-id.ts";
import { noticesText } from "#web/deadlines/notices.text.ts";
import { useKeepNotices, useNotices } from "#web/deadlines/use-notices.ts";
import { formatDay } from "#web/design/date/date.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { InlineProblem } from "#web/design/state/state.tsx";
import { useLanguage, useText, useWords } from "#web/design/text/language.tsx";

const TONES = { open: "warn", replied: "good", withdrawn: "quiet" } as const;

/** 流程监控通知 that concern me, open ones first, with the reply in place; nothing where there are none. */
export function NoticesPanel() {
  const t = useText(noticesText);
  const notices = useNotices();
  if (notices.isError) return <InlineProblem error={notices.error} />;
  if (notices.data === undefined || notices.data.items.length === 0) return null;
  return (
    <section className="panel deadline-block deadline-soon stack-tight" data-testid="notices">
      <h2>
        {t("title")} <span className="quiet figure">{notices.data.items.length}</span>
      </h2>
      <p className="quiet small">{t("why")}</p>
      <ul className="deadline-list">
        {notices.data.items.map((notice) => (
          <li key={notice.id} className="stack-tight notice" data-testid="notice" data-status={notice.state.status}>
            <NoticeLine notice={notice} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoticeLine({ notice }: { readonly notice: ProcessNotice }) {
  const t = useText(noticesText);
  const words = useWords();
  const { language } = useLanguage();
  const { state, replyDue, addressee, act, can } = notice;
  return (
    <>
      <div className="line">
        <Mark tone={TONES[state.status]}>{t(state.status)}</Mark>
        {state.status === "open" && replyDue !== null ? (
          <strong className="figure">{t("replyBy", { day: formatDay(replyDue, language) })}</strong>
        ) : null}
        <Link to={`/cases/${notice.case.id}`}>{notice.case.number}</Link>
        <span>{words(act)}</span>
        <Mark tone="plain">{t(state.ground)}</Mark>
      </div>
      <p className="break">{state.text}</p>
      <p className="quiet small">
        {t("to", { name: addressee.name })} · {t("issued", { name: state.issuedBy, on: state.issuedOn })}
      </p>
      {state.reply === null ? null : (
        <p className="small break">{t("answer", { name: state.reply.by, on: state.reply.on, text: state.reply.text })}</p>
      )}
      {state.withdrawn === null ? null : (
        <p className="small break">{t("gone", { on: state.withdrawn.on, text: state.withdrawn.reason })}</p>
      )}
      {can.map((action) => (
        <Answer key={action} notice={notice} action={action} />
      ))}
    </>
  );
}

function Answer({ notice, action }: { readonly notice: ProcessNotice; readonly action: ProcessNotice["can"][number] }) {
  const t = useText(noticesText);
  const requestId = useRequestId();
  const { act } = useKeepNotices();
  const [text, setText] = useState("");
  return (
    <form
      className="line no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { id: notice.id, requestId: requestId.current(), expectedVersion: notice.version };
        act.mutate(
          { ...body, action: action === "reply" ? { type: "reply", text } : { type: "withdraw", reason: text } },
          { onSettled: () => requestId.renew() },
        );
      }}
    >
      <input
        className="field grow"
        required
        maxLength={2000}
        aria-label={t(action)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        data-testid={`notice-${action}-text`}
      />
      <Button
        size="small"
        type={action === "reply" ? "primary" : "default"}
        htmlType="submit"
        loading={act.isPending}
        data-testid={`notice-${action}`}
      >
        {t(action)}
      </Button>
      <InlineProblem error={act.error} />
    </form>
  );
}

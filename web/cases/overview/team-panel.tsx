import { Button } from "antd";
import { useState } from "react";
import { type CaseDetail, MemberRole } from "#cases/cases.contract.ts";
import { caseText } from "#web/cases/case.text.ts";
import type { Act } from "#web/cases/overview/overview.view.tsx";
import type { usePeople } from "#web/cases/use-people.ts";
import { Choice } from "#web/design/choice/choice.tsx";
import { dayOf, formatDay } from "#web/design/date/date.ts";
import { Labelled } from "#web/design/field/labelled.tsx";
import { Unread } from "#web/design/state/state.tsx";
import { useLanguage, useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { commonText } from "#web/words/common.text.ts";
import { MEMBER_ROLE_WORDS, ROLE_WORDS } from "#web/words/words.text.ts";

/** Who works on the case, from which day to which; adding and ending where the reader may. */
export function TeamPanel({
  detail,
  people,
  pending,
  onAct,
}: {
  readonly detail: CaseDetail;
  readonly people: ReturnType<typeof usePeople>;
  readonly pending: boolean;
  readonly onAct: Act;
}) {
  const t = useText(caseText);
  const c = useText(commonText);
  const words = useWords();
  const signs = useSigns();
  const { language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string | null>(null);
  const [personId, setPersonId] = useState("");
  const [role, setRole] = useState("technician");
  const [reason, setReason] = useState("");
  const today = dayOf(new Date());
  return (
    <section className="panel">
      <div className="line between panel-head">
        <h2>{t("team")}</h2>
        {detail.can.includes("add-member") && !adding ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {t("addMember")}
          </Button>
        ) : null}
      </div>
      <ul className="stack-tight">
        {detail.members.map((member) => (
          <li key={`${member.personId}-${member.role}-${member.from}`} className="stack-tight">
            <div className="line between">
              <span>
                {member.name} <span className="quiet">{words(MEMBER_ROLE_WORDS[member.role])}</span>
              </span>
              <span className="line quiet small figure">
                {t("from")} {formatDay(member.from, language)}
                {member.until === null ? null : ` ${t("until")} ${formatDay(member.until, language)}`}
                {detail.can.includes("end-membership") && member.until === null && member.role !== "owner" ? (
                  <Button
                    size="small"
                    type="text"
                    onClick={() => {
                      setEnding(member.personId);
                      setReason("");
                    }}
                  >
                    {t("endMembership")}
                  </Button>
                ) : null}
              </span>
            </div>
            {ending === member.personId ? (
              <form
                className="stack-tight"
                onSubmit={(event) => {
                  event.preventDefault();
                  onAct({ type: "end-membership", personId: member.personId, until: today, reason: reason.trim() }, () =>
                    setEnding((now) => (now === member.personId ? null : now)),
                  );
                }}
              >
                <Labelled label={t("reason")}>
                  <input className="field" required maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />
                </Labelled>
                <div className="line">
                  <Button htmlType="submit" loading={pending}>
                    {t("endMembership")}
                  </Button>
                  <Button onClick={() => setEnding(null)}>{c("cancel")}</Button>
                </div>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? (
        <form
          className="stack form-inset"
          onSubmit={(event) => {
            event.preventDefault();
            if (personId !== "")
              onAct({ type: "add-member", personId, role: MemberRole.parse(role), from: today, until: null }, () => {
                setAdding(false);
                setPersonId("");
              });
          }}
        >
          <div className="line">
            <Choice
              showLabel
              label={t("person")}
              value={personId}
              onChange={setPersonId}
              options={[
                ["", t("choosePerson")],
                ...(people.data?.items ?? []).map((person): [string, string] => [
                  person.id,
                  `${person.name}${signs.aside(signs.list(person.roles.map((one) => words(ROLE_WORDS[one]))))}`,
                ]),
              ]}
            />
            <Unread of={people} />
            <Choice
              showLabel
              label={t("role")}
              value={role}
              onChange={setRole}
              options={MemberRole.options.map((one) => [one, words(MEMBER_ROLE_WORDS[one])])}
            />
          </div>
          <div className="line">
            <Button type="primary" htmlType="submit" disabled={personId === ""} loading={pending}>
              {t("add")}
            </Button>
            <Button onClick={() => setAdding(false)}>{c("cancel")}</Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

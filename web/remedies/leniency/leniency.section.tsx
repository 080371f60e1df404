import type { ReactNode } from "react";
import { formatFen } from "#remedies/format-fen.ts";
import type { LeniencyProposal } from "#remedies/leniency/leniency.contract.ts";
import type { RecordOf, RemedyRecord } from "#remedies/remedies.contract.ts";
import { Mark } from "#web/design/mark/mark.tsx";
import { useSigns, useText, useWords } from "#web/design/text/language.tsx";
import { ActBar } from "#web/remedies/act-bar.tsx";
import { actsOfLeniency, fieldsOfFacts, readFacts } from "#web/remedies/leniency/acts-of-leniency.ts";
import { leniencyText } from "#web/remedies/leniency/leniency.text.ts";
import { DoneBy, RecordFrame } from "#web/remedies/record-frame.tsx";
import { remediesText } from "#web/remedies/remedies.text.ts";
import { RemedySection } from "#web/remedies/section.tsx";
import type { SectionData } from "#web/remedies/section-data.ts";

/** 认罪认罚 the records of the suspects of a case. */
export function LeniencySection({ caseId, detail, can, books, records, all, today }: SectionData<RecordOf<"leniency">>) {
  const t = useText(leniencyText);
  const r = useText(remediesText);
  const words = useWords();
  const may = can.includes("keep-leniency");
  const suspects = detail.parties
    .filter(({ kind, role }) => kind === "natural-person" && (role === "suspect" || role === "defendant"))
    .map(({ id, name }) => [id, name] as const);
  const ledgers = all.flatMap((one) => (one.kind === "compensation" ? [[one.id, one.state.content.title] as const] : []));
  const knowing = { today, suspects, ledgers, t, r };
  return (
    <RemedySection
      caseId={caseId}
      kind="leniency"
      why={t("why")}
      empty={t("empty")}
      isEmpty={records.length === 0}
      blocked={may && suspects.length === 0 ? t("noSuspect") : null}
      begin={may ? { fields: fieldsOfFacts(null, knowing), build: (typed) => ({ kind: "leniency", content: readFacts(typed) }) } : null}
    >
      {records.map((record) => (
        <LeniencyRecord key={record.id} record={record} all={all}>
          {may ? <ActBar record={record} acts={actsOfLeniency(record.state, knowing)} /> : null}
        </LeniencyRecord>
      ))}
      <details className="small">
        <summary>{t("law")}</summary>
        <ul className="remedy-list">
          {books.leniency.map(({ id, name, meaning, cite, unconfirmed }) => (
            <li key={id}>
              <strong>{words(name)}</strong> {words(meaning)} <span className="quiet">{cite}</span>{" "}
              {unconfirmed ? <Mark tone="warn">{r("unconfirmed")}</Mark> : null}
            </li>
          ))}
        </ul>
      </details>
    </RemedySection>
  );
}

function LeniencyRecord({ record, all, children }: RecordProps) {
  const t = useText(leniencyText);
  const signs = useSigns();
  const { content, status, heard, heardSides, voluntary, proposal, signed, exempted, regret, minorCircumstances } = record.state;
  const tone = status === "signed" || status === "exempt" ? "good" : status === "regretted" ? "bad" : "unknown";
  const money = all.find(({ id }) => id === content.compensationId);
  const will = voluntary?.voluntary ?? null;
  const sides = [
    ["suspect", heardSides.suspect],
    ["counsel", heardSides.counsel],
    ["victimSide", heardSides.victim],
  ] as const;
  const missing = sides.flatMap(([side, isHeard]) => (isHeard ? [] : [t(side)]));
  return (
    <RecordFrame record={record} title={record.person ?? t("gone")} status={[{ tone, words: t(status) }]}>
      <p className="line">
        <Mark tone={will === true ? "good" : will === false ? "bad" : "unknown"}>
          {t(will === null ? "voluntary-unknown" : will ? "voluntary-yes" : "voluntary-no")}
        </Mark>
        <span className={minorCircumstances === null ? "mark mark-unknown" : "mark mark-suggested"} data-testid="minor-circumstances">
          {t(minorCircumstances === null ? "minor-unknown" : minorCircumstances ? "minor-yes" : "minor-no")}
        </span>
        {missing.length === 0 ? null : <Mark tone="warn">{t("notHeard", { who: signs.list(missing) })}</Mark>}
      </p>
      {money?.kind === "compensation" ? (
        <p className="figure" data-testid="leniency-progress">
          {t("progress", { paid: formatFen(money.state.paid), due: formatFen(money.state.content.due) })}
        </p>
      ) : null}
      <ul className="small remedy-list">
        {heard.map(({ who, name, on, views, document, by, at }) => (
          <li key={`${who} ${at}`}>
            <strong>{t(who)}</strong> {name} · <span className="figure">{on}</span> ·{" "}
            {[views.law, views.leniency, views.procedure, views.other].filter((view) => view !== "").join("；")}{" "}
            <span className="quiet">{document}</span> <DoneBy by={by} at={at} />
          </li>
        ))}
        {voluntary === null ? null : (
          <li>
            <strong>{t("voluntary")}</strong> {voluntary.how} <DoneBy {...voluntary} />
          </li>
        )}
        {proposal === null ? null : (
          <li data-testid="leniency-proposal">
            <strong>{t("proposal")}</strong> <ProposalWords proposal={proposal.proposal} /> <DoneBy {...proposal} />
          </li>
        )}
        {signed === null ? null : (
          <li data-testid="leniency-signed">
            <strong>{t("signed")}</strong> <span className="figure">{signed.on}</span> {signed.document} · {t(signed.counsel.kind)}{" "}
            {signed.counsel.name}
            {signed.representative === null ? null : ` · ${t("representative")} ${signed.representative}`} <DoneBy {...signed} />
          </li>
        )}
        {exempted === null ? null : (
          <li>
            <strong>{t("exempt")}</strong> {t(exempted.ground)} · {exempted.reason} · {exempted.document} <DoneBy {...exempted} />
          </li>
        )}
        {regret === null ? null : (
          <li>
            <strong>{t("regretted")}</strong> {t(regret.after)} · <span className="figure">{regret.on}</span> · {regret.reason} ·{" "}
            {regret.document} <DoneBy {...regret} />
          </li>
        )}
      </ul>
      {children}
    </RecordFrame>
  );
}

function ProposalWords({ proposal }: { readonly proposal: LeniencyProposal }) {
  const t = useText(leniencyText);
  const { main, fromMonths, toMonths, fine, accessory, probation } = proposal;
  const term =
    fromMonths === null || toMonths === null
      ? null
      : fromMonths === toMonths
        ? t("months", { n: fromMonths })
        : t("monthsRange", { from: fromMonths, to: toMonths });
  const parts = [
    main === "exempt" ? t("exemptPenalty") : t(main),
    term,
    fine === null ? null : t("fineOf", { n: formatFen(fine) }),
    accessory === "" ? null : accessory,
    probation === true ? t("probation") : null,
  ];
  return <span className="figure">{parts.filter((part) => part !== null).join(" · ")}</span>;
}

type RecordProps = {
  readonly record: RecordOf<"leniency">;
  readonly all: readonly RemedyRecord[];
  readonly children: ReactNode;
};

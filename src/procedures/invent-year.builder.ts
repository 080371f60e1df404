import type { ProcedureKind } from "#procedures/procedure-table.contract.ts";
import type { FieldValues } from "#procedures/procedures.contract.ts";
import { daysLater, type HandClock, reckonByHand } from "#procedures/reckon-by-hand.builder.ts";

/** A step of an invented case: what the hand-written reading of the law says of it. */
export type InventedStep = {
  readonly step: string;
  readonly on: string;
  readonly fields: FieldValues;
  /** the clocks it starts, by the hand-written reading of the law; null: it must be refused */
  readonly clocks: readonly HandClock[] | null;
};
export type InventedCase = {
  readonly name: string;
  readonly kind: ProcedureKind;
  readonly openedOn: string;
  readonly steps: InventedStep[];
};

export const LAST_DAY = "2026-12-31";

/** A small seeded generator (Park and Miller): the same seed invents the same year. */
function makeChance(seed: number) {
  let state = seed;
  const below = (limit: number) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  return { below, often: () => below(10) < 6 };
}
type Chance = ReturnType<typeof makeChance>;

/** An invented county office in 2026: so many cases of each kind, their days and turns by chance; each ends where the year ends. */
export function inventYear(seed: number, many: number): InventedCase[] {
  const chance = makeChance(seed);
  const kinds = ["criminal", "civil-pil", "incidental-civil-pil", "administrative-pil"] as const;
  return kinds.flatMap((kind) =>
    Array.from({ length: many }, (_, at) => {
      const plot = makePlot(kind, daysLater("2026-01-02", chance.below(kind === "criminal" ? 250 : 190)), chance);
      if (kind === "criminal") playCriminal(plot, chance);
      else playLitigation(plot, chance);
      return { name: `${kind} ${at + 1}`, kind, openedOn: plot.openedOn, steps: plot.steps };
    }),
  );
}

/** Steps one after another; nothing is recorded after the last day of the year. */
function makePlot(kind: ProcedureKind, openedOn: string, chance: Chance) {
  const steps: InventedStep[] = [];
  let day = openedOn;
  const record = (step: string, fields: FieldValues, clocks: readonly HandClock[] | null) => {
    if (day <= LAST_DAY) steps.push({ step, on: day, fields, clocks });
  };
  return {
    ...{ kind, openedOn, steps },
    today: () => day,
    wait: (days: number) => {
      day = daysLater(day, days);
    },
    /** to the day after a last day, some days later by chance */
    waitPast: (last: string) => {
      day = daysLater(last > day ? last : day, 1 + chance.below(6));
    },
    take: (step: string, fields: FieldValues = {}, ...clocks: HandClock[]) => record(step, fields, clocks),
    takeWrongly: (step: string, fields: FieldValues = {}) => record(step, fields, null),
  };
}
type Plot = ReturnType<typeof makePlot>;

function playCriminal(plot: Plot, chance: Chance): void {
  const detained = chance.often();
  const paper = { document: "云公〔2026〕1号" };
  plot.takeWrongly("prosecute", { ...paper, publicInterestChecked: true });
  if (chance.often()) {
    plot.wait(chance.below(9));
    plot.take("receive-arrest-request", { detained, ...paper }, { rule: detained ? "CR-ARR-7" : "CR-ARR-15", from: plot.today() });
    plot.takeWrongly("approve-arrest", { arrestedOn: plot.today(), ...paper });
    plot.wait(2 + chance.below(4));
    plot.take("interrogate-in-arrest-review", { way: chance.often() ? "interrogated" : "views-form" });
    if (detained) plot.take("approve-arrest", { arrestedOn: plot.today(), ...paper }, { rule: "CR-INV-2M", from: plot.today() });
    else {
      plot.take("refuse-arrest", { ground: "no-danger", ...paper, reason: "无社会危险性" });
      plot.wait(2);
      plot.takeWrongly("decide-reconsideration", { upheld: true, ...paper });
      plot.take("receive-reconsideration", paper, { rule: "CR-RECON-7", from: plot.today() });
      plot.wait(4);
      plot.take("decide-reconsideration", { upheld: true, ...paper });
    }
  }
  plot.wait(5 + chance.below(30));
  const review = (): HandClock => ({ rule: "CR-PROS-1M", from: plot.today(), detained });
  plot.take("receive-for-prosecution", { detained, ...paper }, review(), { rule: "CR-INFORM-3", from: plot.today() });
  plot.wait(chance.below(4));
  plot.take("inform-rights", { way: "书面" });
  const outline = { outline: "调取登录日志", detained };
  const returns = chance.below(4);
  for (let count = 0; count < Math.min(returns, 2); count++) {
    plot.wait(4 + chance.below(20));
    plot.take("return-for-supplement", outline, { rule: "CR-SUPP-1M", from: plot.today(), detained });
    plot.wait(6 + chance.below(22));
    plot.take("receive-supplement", { detained }, review());
  }
  if (returns > 2) plot.takeWrongly("return-for-supplement", outline);
  plot.wait(3 + chance.below(12));
  if (chance.below(4) === 0) {
    plot.take("not-prosecute", { ground: "discretionary", ...paper, penaltyDue: true }, { rule: "CR-NPVICT-7", from: plot.today() });
    plot.takeWrongly("close-non-prosecution");
    const { due } = reckonByHand({ rule: "CR-NPVICT-7", from: plot.today() });
    plot.wait(2);
    plot.take("receive-police-objection", paper, { rule: "CR-NPPOL-30", from: plot.today() });
    plot.waitPast(due);
    plot.take("close-non-prosecution");
    return;
  }
  if (chance.often()) {
    plot.takeWrongly("sign-leniency", { counselPresent: false, proposal: "有期徒刑一年，缓刑一年" });
    plot.take("sign-leniency", { counselPresent: true, proposal: "有期徒刑一年，缓刑一年" });
    plot.takeWrongly("take-fast-track", { detained, minor: true, settled: true });
    plot.take("take-fast-track", { detained, minor: false, settled: true }, { rule: "CR-FAST-10", from: plot.today(), detained });
    plot.wait(1 + chance.below(8));
  }
  plot.take("prosecute", { ...paper, publicInterestChecked: true });
  plot.wait(20 + chance.below(40));
  const ruling = chance.below(5) === 0;
  plot.take("receive-judgment", { ...paper, ruling }, { rule: "CR-PROTEST-10", from: plot.today(), ruling });
  if (chance.below(3) === 0) {
    plot.wait(3);
    plot.take("protest", paper);
    return;
  }
  plot.takeWrongly("judgment-takes-effect");
  plot.waitPast(reckonByHand({ rule: "CR-PROTEST-10", from: plot.today(), ruling }).due);
  plot.take("judgment-takes-effect");
}

function playLitigation(plot: Plot, chance: Chance): void {
  const paper = { document: "云检公〔2026〕1号" };
  const organ = plot.kind === "administrative-pil";
  plot.take("investigate-preliminarily", { scope: "个人信息处理情况" });
  plot.wait(3 + chance.below(15));
  const matterOnly = chance.below(4) === 0;
  const served: HandClock = { rule: "PI-SERVE-7", from: plot.today() };
  plot.take("file", { ...paper, matterOnly, ...(organ ? { organ: "县网信办" } : {}) }, ...(organ && !matterOnly ? [served] : []));
  plot.takeWrongly("conclude-investigation", { proposal: "起诉" });
  plot.takeWrongly("record-investigation", { way: "inspect", officers: 1, finding: "一人勘验" });
  if (organ && !matterOnly) {
    plot.wait(chance.below(7));
    plot.take("serve-filing", { receipt: "送达回证" });
  }
  plot.wait(3 + chance.below(20));
  plot.take("record-investigation", { way: "collect", officers: 2, finding: "调取系统日志" });
  plot.wait(2 + chance.below(9));
  plot.take("conclude-investigation", { proposal: "提出检察建议或者公告" });
  plot.wait(chance.below(5));
  if (organ) playRecommendation(plot, chance);
  else playNotice(plot, chance);
  if (chance.below(4) === 0) {
    plot.take("terminate", { ground: "protected", reason: "公益已得到有效保护" });
    return;
  }
  const failure = organ ? { failure: "partial" } : { claims: "停止侵害、赔礼道歉" };
  plot.take("sue", { ...paper, ...failure }, { rule: "PI-COMPL-5", from: plot.today() });
  plot.wait(2);
  plot.take("file-complaint");
  plot.take("change-claims", { claims: "增加删除数据" }, { rule: "PI-WITHDRAW-3", from: plot.today() });
  plot.wait(5 + chance.below(20));
  plot.take("receive-court-notice", {}, { rule: "PI-APPEAR-3", from: plot.today() });
  plot.wait(chance.below(3));
  plot.take("send-appearance");
  plot.wait(10 + chance.below(30));
  const ruling = chance.below(4) === 0;
  const appeal: HandClock = { rule: "PI-APPEAL", from: plot.today(), ruling };
  plot.take("receive-judgment", { ...paper, ruling, supported: true }, { rule: "PI-JUDG-3", from: plot.today() }, appeal);
  plot.takeWrongly("judgment-takes-effect");
  plot.waitPast(reckonByHand(appeal).due);
  plot.takeWrongly("appeal", paper);
  plot.take("judgment-takes-effect");
}

function playRecommendation(plot: Plot, chance: Chance): void {
  const urgent = chance.below(3) === 0;
  const deliveredOn = daysLater(plot.today(), chance.below(4));
  const reply: HandClock = { rule: "PI-REC-REPLY", from: deliveredOn, urgent };
  const said = { document: "云检行公建〔2026〕1号", deliveredOn, urgent };
  plot.takeWrongly("sue", { document: "云检公诉〔2026〕1号", failure: "partial" });
  plot.wait(4);
  plot.take("recommend", said, { rule: "PI-REC-FILE-5", from: deliveredOn }, reply);
  plot.wait(1);
  plot.take("file-recommendation");
  plot.wait(5 + chance.below(9));
  // An organ that answers twice: both answers stand, the first has ended the clock.
  plot.take("receive-reply", { content: "已部署整改" });
  if (chance.often()) plot.take("receive-reply", { content: "补充整改情况" });
  const { due } = reckonByHand(reply);
  plot.waitPast(due);
  plot.take("follow-up", { endsOn: due }, { rule: "PI-ADM-REV", from: due });
  plot.wait(3 + chance.below(15));
}

function playNotice(plot: Plot, chance: Chance): void {
  const publishedOn = plot.today();
  const notice: HandClock = { rule: "PI-CIV-NOTICE", from: publishedOn };
  plot.take("publish-notice", { medium: "正义网", publishedOn }, notice);
  plot.takeWrongly("end-notice", { endedOn: publishedOn });
  const { due } = reckonByHand(notice);
  plot.waitPast(due);
  plot.take("end-notice", { endedOn: due }, { rule: "PI-CIV-REV", from: due });
  plot.wait(5 + chance.below(30));
}

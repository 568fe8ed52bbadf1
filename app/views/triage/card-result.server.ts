import type { User } from "~/auth/visitor.server";
import { orderFlagOf, orderFlagWords } from "~/domain/list-order/order-flags";
import { said } from "~/domain/perioperative/assess";
import { askedRoute } from "~/domain/perioperative/decision";
import type { HubFitLevel } from "~/domain/perioperative/hub-limits";
import {
  blocksLowRisk,
  type DayCaseLevel,
  type Risk,
  type Route,
  type Verified,
} from "~/domain/perioperative/risk-rule";
import { ruleSet } from "~/services/triage/rule-set.server";
import type { HeldAssessment } from "~db/screening/assessments";
import type { HeldEntry } from "~db/waiting-list";
import { outcomeWords } from "./outcome-words";
import { factWords, isAboutWork, leafWords, questionWords, titleOf } from "./rule-words";
import { siteNameOf } from "~/auth/own-sites";

/** A rule that fired, or is open, in words. */
export interface RuleShown {
  id: string;
  title: string;
  says: string[];
  because: string[];
  /** Of what it rests on, the values that are no answer: what was measured or worked out. */
  found: string[];
  blocks: boolean;
  source: string;
  sourceUrl: string;
  verified: Verified;
  weak: string;
}

export interface HubShown {
  site: string;
  name: string;
  level: HubFitLevel;
  suggested: boolean;
  reasons: { kind: "rule" | "limit"; words: string }[];
}

/** What the rules suggest of one patient, and why. */
export interface ResultShown {
  /** Null: nobody has answered or measured anything yet. */
  result: {
    route: Route;
    asked: Route;
    risk: Risk;
    dayCase: DayCaseLevel;
    lowRisk: boolean;
    /** Rules that are open for want of an answer: the risk may be worse. */
    openAnswers: number;
    at: string;
    ruleSet: string;
  } | null;
  urgent: string[];
  rules: RuleShown[];
  /** What keeps the low-risk rules from holding, in words. */
  notLow: string[];
  unknown: string[];
  toRead: { question: string; text: string }[];
  notMeasured: string[];
  hubs: HubShown[];
  listOrder: { words: string; counts: boolean }[];
}

/** What an assessment says, in words; nothing where there is none. */
export function resultShown(
  user: User,
  { entry }: HeldEntry,
  latest: HeldAssessment | null,
  thresholds: Readonly<Record<string, number>>,
): ResultShown {
  if (latest === null)
    return {
      result: null,
      urgent: [],
      rules: [],
      notLow: [],
      unknown: [],
      toRead: [],
      notMeasured: [],
      hubs: [],
      listOrder: [],
    };
  const { content, at, ruleSet: version } = latest;
  const { rules } = ruleSet().ruleSet;
  const { route, risk, dayCase, lowRisk } = content;
  const siteName = (code: string) => siteNameOf(user, code);
  const title = (id: string) =>
    titleOf(
      rules.find((rule) => rule.id === id),
      id,
      thresholds,
    );
  const answerOf = (question: string) => {
    const found = content.facts[`q.${question}`];
    return typeof found === "string" ? found : "";
  };
  return {
    result: {
      ...{ route, risk, dayCase, lowRisk, at, ruleSet: version, asked: askedRoute(content) },
      openAnswers: content.open.filter(({ blocks, questions }) => blocks && questions.length > 0).length,
    },
    urgent: said(content, "urgent").map(({ rule, within }) => `${title(rule)}: ${within}`),
    rules: content.fired.flatMap((id) => {
      const rule = rules.find((one) => one.id === id);
      const leaves = content.traces.find((trace) => trace.rule === id)?.leaves ?? [];
      if (!rule) return [];
      const { source, sourceUrl, verified, weak = "" } = rule;
      const held = leaves.filter(({ truth }) => truth === true);
      return [
        {
          ...{ id, source, sourceUrl, verified, weak, title: title(id) },
          blocks: blocksLowRisk(rule) && !isAboutWork(rule),
          says: rule.outcomes.map(outcomeWords),
          because: held.map(leafWords),
          found: held.filter(({ fact }) => /^(m|derived|score)\./.test(fact)).map(leafWords),
        },
      ];
    }),
    notLow: lowRisk ? [] : notLowWords(content, entry.anaesthetic === "LA" ? "Z06" : "Z05"),
    unknown: latest.response === null ? [] : content.unknown.map(questionWords),
    toRead: content.toRead.map((question) => ({
      question: questionWords(question),
      text: answerOf(question),
    })),
    notMeasured: [
      ...new Set(content.open.flatMap(({ facts }) => facts).filter((fact) => fact.startsWith("m."))),
    ].map(factWords),
    hubs: content.hubs.map(({ site, level, suggested, reasons }) => ({
      ...{ site, level, suggested, name: siteName(site) },
      reasons: reasons.map((reason) =>
        reason.kind === "rule"
          ? { kind: "rule" as const, words: title(reason.rule) }
          : { kind: "limit" as const, words: reason.limit },
      ),
    })),
    listOrder: [...new Set(said(content, "listOrder").map(({ flag }) => flag))].map((flag) => ({
      words: orderFlagWords([flag])[0]!,
      counts: entry.orderFlags.some((held) => orderFlagOf(held) === orderFlagOf(flag)),
    })),
  };
}

function notLowWords({ traces }: HeldAssessment["content"], rule: string): string[] {
  const leaves = traces.find((trace) => trace.rule === rule)?.leaves ?? [];
  return leaves.filter(({ truth }) => truth !== true).map(leafWords);
}

import { dateText } from "~/components/date-text";
import type { OwnItem } from "~/views/preparation/patient-plan.server";
import { LATE_WORDS } from "./late-words";
import { surgeryWords } from "./surgery-words";
import type { PlanPaper } from "~/views/preparation/plan-paper.server";

/** A plan on paper: A4 upright, boxes to tick by hand; large print from 16 points on. */
export function PlanSheet({ paper, large }: { paper: PlanPaper; large: boolean }) {
  const { name, address, reference, writtenOn, plan } = paper;
  const { call, surgery } = plan;
  const of = (when: OwnItem["when"]) => plan.items.filter((item) => item.when === when);
  return (
    <div className={large ? "app-letters-paper app-letters-paper--large" : "app-letters-paper"}>
      <article className="app-letter" aria-label={`Preparation plan of ${name}`}>
        <div className="app-letter__head">
          <address className="app-letter__address">
            {[name, ...address].map((line) => (
              <span key={line} className="app-letter__line">
                {line}
              </span>
            ))}
          </address>
          <p className="app-letter__reference">
            <span className="app-letter__line">{call.hospital}</span>
            <span className="app-letter__line">{dateText(writtenOn, "date")}</span>
            <span className="app-letter__line">Hospital number {reference}</span>
          </p>
        </div>
        <h2 className="app-letter__title">Your plan to get ready</h2>
        <p>
          This is your plan for: {plan.operation}. {surgeryWords(surgery)}
        </p>
        <p className="app-letter__call">
          <strong>
            {call.phone
              ? `Call ${call.phone}${call.hours ? `, ${call.hours}` : ""}, if you need help with this plan or your health changes.`
              : "Call us if you need help with this plan or your health changes. The number is on your letter."}
          </strong>
        </p>
        <Phase title="Before your operation" items={of("before")} />
        <Phase title="Due after your operation date" words={LATE_WORDS} items={of("late")} />
        <Phase title="After your operation" items={of("after")} />
        <p>Call 111 if you need medical help now. Call 999 if it is an emergency.</p>
        <p>Do you need this plan in another form or language? Call us.</p>
      </article>
    </div>
  );
}

function Phase({ title, items, words }: { title: string; items: OwnItem[]; words?: string }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="app-letter__subtitle">{title}</h3>
      {words ? <p>{words}</p> : null}
      <ul className="app-plan-boxes">
        {items.map(({ id, title: what, text, who, due, done }) => (
          <li key={id} className={done ? "app-plan-boxes__done" : undefined}>
            <strong>{what}</strong>
            {done ? " (done)" : ""}
            <span className="app-letter__line">{text}</span>
            <span className="app-letter__line app-plan-boxes__who">
              Who: {who.charAt(0).toLowerCase() + who.slice(1)}. When:{" "}
              {due.charAt(0).toLowerCase() + due.slice(1)}.
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

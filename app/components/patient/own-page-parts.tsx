import { dateText } from "~/components/date-text";
import { noticeNeeded, SHORT_NOTICE_CODES } from "~/domain/short-notice";
import type { OwnPage } from "~/views/patient/own-page.server";
import { TellForm, type SentBack } from "./tell-form";

/** Where the patient is on the way, in words. */
export function Steps({ page }: { page: OwnPage }) {
  const { answered, questionsOpen, plan } = page;
  return (
    <>
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <Questions answered={answered} open={questionsOpen} />
        </li>
        <li>A nurse reads your answers. They call you if they need to know more.</li>
        <li>{dateWords(page)}</li>
        <li>
          {plan ? (
            <>
              You have a plan to get ready. You have done {plan.done} of your {plan.mine} actions.{" "}
              <a href="/my/plan">Go to your plan</a>
            </>
          ) : (
            "We tell you how to get ready, and when to stop eating and drinking."
          )}
        </li>
      </ol>
    </>
  );
}

function Questions({ answered, open }: { answered: boolean; open: boolean }) {
  if (answered) return "You have sent your answers about your health.";
  if (!open) return "We ask you about your health, if we do not know enough. We send you a link then.";
  return (
    <>
      Answer the questions about your health. <a href="/my">Go to the questions</a>
    </>
  );
}

function dateWords({ date, bookedOn }: OwnPage): string {
  if (date) return "You have a date. It is at the top of this page.";
  if (bookedOn)
    return `Your hospital has booked you for ${dateText(bookedOn)}. Call us if nobody has told you about this date.`;
  return "We offer you a date when you are ready and a place is free.";
}

const ANSWERS: Record<string, string> = {
  accepted: "You told us that you will come.",
  declined: "You told us that you cannot come. You stay on the waiting list. We will call you.",
  askedToChange: "You asked us to change it. You stay on the waiting list. We will call you.",
};

/** The date, and what to say to it. */
export function TheirDate({ date, sent }: { date: NonNullable<OwnPage["date"]>; sent: SentBack | null }) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="dateAnswer">
        Your date
      </h2>
      <p className="nhsuk-lede-text">
        {dateText(date.date)}, {date.place}
      </p>
      <p>Your letter says when to arrive and how to get ready.</p>
      {date.answer ? <p>{ANSWERS[date.answer] ?? ""}</p> : null}
      <TellForm
        kind="dateAnswer"
        sent={sent}
        legend="Can you come on this date?"
        hint="If you cannot come, you keep your place on the waiting list."
        choices={[
          ["accepted", "Yes, I will come"],
          ["declined", "No, I cannot come"],
          ["askedToChange", "I want to ask for another date"],
        ]}
        text="Is there anything we should know? (optional)"
        date={date.date}
      />
    </>
  );
}

const STILL_WANT: Record<string, string> = {
  yes: "You told us yes.",
  unsure: "You told us you are not sure. Someone will call you.",
  no: "You told us no. Someone will call you before anything changes.",
  had: "You told us you have already had it. Someone will call you.",
};

function noticeWords(code: string): string {
  const may = SHORT_NOTICE_CODES.includes(code);
  const needed = noticeNeeded(code);
  if (needed === null) return may ? "You told us we can call you." : "You told us not to call you.";
  return may
    ? `You told us you need ${needed}. We may call you if a place comes free.`
    : `You told us you need ${needed}. We will not call you about a place that comes free sooner.`;
}

/** What the patient can tell while they wait. */
export function TellUs({ said, sent }: Pick<OwnPage, "said"> & { sent: SentBack | null }) {
  const notice = said.shortNotice?.code;
  return (
    <>
      <h2 className="nhsuk-heading-m" id="stillWant">
        Do you still want the operation?
      </h2>
      {said.stillWant ? <p>{STILL_WANT[said.stillWant.code]}</p> : null}
      <TellForm
        kind="stillWant"
        sent={sent}
        legend="Do you still want to have this operation?"
        hint="You will not lose your place by saying you are not sure."
        choices={[
          ["yes", "Yes"],
          ["unsure", "I am not sure"],
          ["no", "No"],
          ["had", "I have already had it"],
        ]}
      />
      <h2 className="nhsuk-heading-m" id="shortNotice">
        Coming at short notice
      </h2>
      {notice ? <p>{noticeWords(notice)}</p> : null}
      <TellForm
        kind="shortNotice"
        sent={sent}
        legend="Can we call you if a place comes free in the next few days?"
        hint="You can say no to any call. You keep your place."
        choices={[
          ["yes", "Yes"],
          ["no", "No"],
        ]}
      />
    </>
  );
}

/** How to move to another provider, and what the patient thinks. */
export function MoreWays({ said, sent }: Pick<OwnPage, "said"> & { sent: SentBack | null }) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="otherProvider">
        Going to another hospital
      </h2>
      <p>
        You may be able to have your operation sooner at another NHS hospital. If you have waited a long time,
        you can ask us to look for one. You keep your place here until you have a place there.
      </p>
      <p>
        You can also compare hospitals at{" "}
        <a href="https://www.myplannedcare.nhs.uk">My Planned Care (opens the NHS website)</a>.
      </p>
      {said.otherProvider ? <p>You asked us about this. Someone will call you.</p> : null}
      <TellForm kind="otherProvider" sent={sent} text="Tell us where you could go, or what matters to you" />
      <h2 className="nhsuk-heading-m" id="feedback">
        Tell us what you think
      </h2>
      {said.feedback ? <p>Thank you. We have what you wrote.</p> : null}
      <TellForm
        kind="feedback"
        sent={sent}
        text="What is good, and what could be better?"
        hint="This changes nothing about your care."
      />
    </>
  );
}

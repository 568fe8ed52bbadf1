import { instantText } from "~/components/date-text";
import { CHANNEL_WORDS, MESSAGE_STATE_WORDS } from "~/components/messages/message-words";
import type { PatientSays } from "~/views/patient-says/patient-says.server";
import { Act } from "./act";

const at = (instant: string) => instantText(new Date(instant));

interface PartProps {
  page: PatientSays;
}

/** What the patient said, or who answers for them; what nobody has read yet marked in words. */
export function Words({ page: { words, texts, entry } }: PartProps) {
  return (
    <section className="app-card">
      <h2 className="nhsuk-heading-s">What the patient said</h2>
      {words.length + texts.length === 0 ? <p>Nothing yet.</p> : null}
      <Texts texts={texts} entry={entry} />
      <ul className="nhsuk-list">
        {words.map((word) => (
          <li key={word.number}>
            <strong>{word.sentence}</strong>, {[at(word.at), word.saidBy].filter(Boolean).join(", ")}
            {word.unread ? (
              <>
                {" "}
                <strong className="nhsuk-tag nhsuk-tag--yellow app-tag">Not read yet</strong>
              </>
            ) : null}
            {word.text ? <p className="app-said">“{word.text}”</p> : null}
            {word.unread ? (
              <Act does="read" values={{ number: String(word.number) }}>
                I have read this
              </Act>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the patient wrote within questions: whoever decides about fitness reads it first. */
function Texts({ texts, entry }: Pick<PatientSays, "texts" | "entry">) {
  if (texts.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-xs">Written within the answers</h3>
      <ul className="nhsuk-list">
        {texts.map(({ question, text, at: sent, unread }) => (
          <li key={question + sent}>
            <strong>{question}</strong>, {at(sent)}
            {unread ? (
              <>
                {" "}
                <strong className="nhsuk-tag nhsuk-tag--yellow app-tag">Not read yet</strong>
              </>
            ) : null}
            <p className="app-said">“{text}”</p>
          </li>
        ))}
      </ul>
      {texts.some(({ unread }) => unread) ? (
        <p>
          It counts as read once somebody decides on the <a href={`/triage/${entry}`}>triage card</a>.
        </p>
      ) : null}
    </>
  );
}

/** Answers that were sent or begun, and the way to enter those of a call or a paper form. */
export function Responses({ page: { responses, entry, listed } }: PartProps) {
  return (
    <section className="app-card">
      <h2 className="nhsuk-heading-s">Answers</h2>
      {responses.length === 0 ? <p>No answers yet.</p> : null}
      <ul className="nhsuk-list">
        {responses.map(({ id, form, state, source, version, at: saved, byStaff }) => (
          <li key={id}>
            {form === "checkIn" ? "Check-in: " : ""}
            {state === "completed" || byStaff ? (
              <a href={`/waiting-list/${entry}/answers/${id}`}>
                {state === "completed" ? "Sent" : "Go on entering"} {at(saved)}
              </a>
            ) : (
              `Begun, last saved ${at(saved)}`
            )}
            , {source}, version {version}
            {state === "completed" ? (
              <>
                {" "}
                <a href={`/waiting-list/${entry}/answers/${id}/fhir`} download>
                  FHIR<span className="nhsuk-u-visually-hidden"> of the answers of {at(saved)}</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <a href="/questionnaire/fhir" download>
          The questions as FHIR
        </a>
        ,{" "}
        <a href="/questionnaire/fhir?form=checkIn" download>
          those of the check-in
        </a>
      </p>
      {listed ? (
        <>
          <Act does="begin" values={{ channel: "phone" }}>
            Enter answers from a phone call
          </Act>
          <Act does="begin" values={{ channel: "paper" }}>
            Enter answers from a paper form
          </Act>
          <Act does="begin" values={{ channel: "phone", form: "checkIn" }}>
            Enter a check-in from a phone call
          </Act>
        </>
      ) : null}
    </section>
  );
}

const STANDING = { open: "Open", completed: "Answered", expired: "Run out", revoked: "Closed" } as const;
const PURPOSE: Record<string, string> = {
  questions: "Questions",
  checkIn: "Check-in",
  page: "Their own page",
};

/** Invitations with their links, and what was sent. */
export function Invitations({ page, link }: PartProps & { link: string | null }) {
  return (
    <section className="app-card">
      <h2 className="nhsuk-heading-s">Invitations</h2>
      {link ? (
        <div className="nhsuk-inset-text" role="status">
          <p>Hand this link to the patient. It is shown this once; they still say who they are.</p>
          <p className="app-q-code">{link}</p>
        </div>
      ) : null}
      {page.invitations.length === 0 ? <p>Not asked in yet.</p> : null}
      <ul className="nhsuk-list">
        {page.invitations.map(({ id, part, purpose, at: made, standing, resting }) => (
          <li key={id}>
            {PURPOSE[purpose]}
            {part > 1 ? ", with the second part" : ""}, {at(made)}: <strong>{STANDING[standing]}</strong>
            {resting ? ", resting after wrong guesses of who they are" : ""}
            {standing === "open" ? (
              <div>
                <Act does="link" values={{ invitation: id }}>
                  Make a link to hand over
                </Act>
                <Act does="revoke" values={{ invitation: id }}>
                  Close its links
                </Act>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {page.listed ? (
        <>
          <p className="app-quiet app-measure">
            Messages are sent within a minute, or laid in the outbox for somebody to send. Who does not answer
            is reminded twice, then called. A link to hand over works at once.
          </p>
          <Act does="invite" values={{ part: "1" }}>
            Send the questions
          </Act>
          <Act does="invite" values={{ part: "2" }}>
            Send the questions with the second part
          </Act>
        </>
      ) : null}
      <Sent page={page} />
    </section>
  );
}

function Sent({ page: { messages } }: PartProps) {
  if (messages.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-xs">Messages</h3>
      <ul className="nhsuk-list">
        {messages.map(({ id, kind, channel, state, at: done, fault }) => (
          <li key={id}>
            {kind}, {CHANNEL_WORDS[channel].toLowerCase()}: {MESSAGE_STATE_WORDS[state]}
            {fault ? ` (${fault})` : ""}, {at(done)}
          </li>
        ))}
      </ul>
    </>
  );
}

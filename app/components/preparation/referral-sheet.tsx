import { dateText, instantText } from "~/components/date-text";
import type { ReadingFrom } from "~/domain/perioperative/preparation/letter";
import type { ReferralLetter } from "~/views/preparation/referral-letter.server";

/** A referral letter on paper, for a person to read, sign and send. */
export function ReferralSheet({ letter }: { letter: ReferralLetter }) {
  const { name, writtenOn, call, due, surgeryOn } = letter;
  const late = due !== null && surgeryOn !== null && due >= surgeryOn;
  return (
    <div className="app-letters-paper">
      <article className="app-letter" aria-label={`Referral of ${name} to ${letter.to}`}>
        <div className="app-letter__head">
          <p className="app-letter__address">
            <strong className="app-letter__line">{letter.to}</strong>
          </p>
          <p className="app-letter__reference">
            <span className="app-letter__line">{call.hospital}</span>
            <span className="app-letter__line">Pre-operative assessment</span>
            <span className="app-letter__line">{dateText(writtenOn, "date")}</span>
          </p>
        </div>
        <h2 className="app-letter__title">Referral: {letter.title}</h2>
        <Patient letter={letter} />
        <p>Dear colleague,</p>
        <p>
          This patient is being prepared for surgery. {letter.asks}
          {due ? ` We ask for this by ${dateText(due, "date")}.` : ""}
          {late ? " That is not before the date of surgery, which we are looking at again." : ""}
        </p>
        <Readings letter={letter} />
        <Why letter={letter} />
        <p>
          Write to us whether you accept this referral, and what you find.
          {call.phone ? ` Call ${call.phone}${call.hours ? `, ${call.hours}` : ""}.` : ""}
        </p>
        <p>Preparation plan confirmed by {letter.by}.</p>
        <p className="app-plan-signed">Signed, name and role</p>
      </article>
    </div>
  );
}

function Patient({ letter }: { letter: ReferralLetter }) {
  const { name, birthDate, age, nhsNumber, reference, address, phone, procedure, surgeryOn } = letter;
  const rows: [string, string][] = [
    ["Patient", name],
    ["Date of birth", `${dateText(birthDate, "date")} (${age} years)`],
    ["NHS number", nhsNumber || "Not known here"],
    ["Hospital number", reference],
    ["Address", address.join(", ")],
    ["Telephone", phone],
    ["Operation", procedure],
    ["Date of surgery", surgeryOn ? dateText(surgeryOn, "date") : "The patient has no date yet"],
  ];
  return (
    <dl className="app-letter__facts">
      {rows
        .filter(([, value]) => value)
        .map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Readings({ letter: { readings, answered } }: { letter: ReferralLetter }) {
  const { lines, lacking } = readings;
  if (lines.length === 0 && lacking.length === 0) return null;
  const said = answered ? `answered ${answered.by}, ${instantText(new Date(answered.at))}` : "answered";
  return (
    <>
      <h3 className="app-letter__subtitle">What we know</h3>
      <ul>
        {lines.map(({ words, value, from }) => (
          <li key={words}>
            {words.replace(/[?:]$/, "")}: <strong>{value}</strong> (
            {from.map((one) => fromWords(one, said)).join("; ")})
          </li>
        ))}
      </ul>
      {lacking.length > 0 ? <p>Not known here: {lacking.join("; ")}.</p> : null}
    </>
  );
}

function fromWords(from: ReadingFrom, said: string): string {
  if (from.kind === "measured") return `taken on ${dateText(from.on, "date")}, entered by ${from.by}`;
  return from.kind === "answered" ? said : "worked out here";
}

function Why({ letter: { because, staffText } }: { letter: ReferralLetter }) {
  return (
    <>
      <h3 className="app-letter__subtitle">Why we refer</h3>
      <ul>
        {because.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {staffText ? <p>What is needed: {staffText}</p> : null}
    </>
  );
}

import { dateText } from "~/components/date-text";
import type { Letter } from "~/views/letters.server";

/** Letters about a date, one page each; large print from 16 points on. */
export function LetterPages({ letters, large }: { letters: Letter[]; large: boolean }) {
  return (
    <div className={large ? "app-letters-paper app-letters-paper--large" : "app-letters-paper"}>
      {letters.map((letter) => (
        <LetterPage key={letter.entry} letter={letter} />
      ))}
    </div>
  );
}

function LetterPage({ letter }: { letter: Letter }) {
  const { name, address, reference, writtenOn, date, admission, site, contact, procedure } = letter;
  return (
    <article className="app-letter" aria-label={`Letter to ${name}`}>
      <div className="app-letter__head">
        <address className="app-letter__address">
          {[name, ...address].map((line) => (
            <span key={line} className="app-letter__line">
              {line}
            </span>
          ))}
        </address>
        <p className="app-letter__reference">
          <span className="app-letter__line">{site}</span>
          <span className="app-letter__line">{dateText(writtenOn, "date")}</span>
          <span className="app-letter__line">Hospital number {reference}</span>
        </p>
      </div>
      <h2 className="app-letter__title">Your operation</h2>
      <p>Dear {name},</p>
      <p>We have a date for your operation{procedure === "" ? "" : `: ${procedure}`}.</p>
      <p className="app-letter__when">
        <strong>{dateText(date)}</strong>
        <strong>Please arrive at {admission}</strong>
        <strong>
          {site}
          {contact.place ? `, ${contact.place}` : ""}
        </strong>
      </p>
      <p>
        {letter.notice} {letter.choice.join(" ")}
      </p>
      <p className="app-letter__call">
        <strong>
          Call {contact.phone}
          {contact.hours ? `, ${contact.hours}` : ""}
        </strong>
      </p>
      <h3 className="app-letter__subtitle">Getting ready</h3>
      <ul>
        {letter.advice.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {letter.interpreter ? (
          <li>Our notes say that you need an interpreter: {letter.interpreter}. Tell us if this is wrong.</li>
        ) : null}
        <li>If anyone told you something else about getting ready, do what they said.</li>
      </ul>
      <p>Do you need this letter in another form or language, or help to come? Call us.</p>
    </article>
  );
}

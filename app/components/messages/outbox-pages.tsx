import { dateText } from "~/components/date-text";
import type { OutboxLetter } from "~/views/messages/outbox-letters.server";

const isLink = (paragraph: string) => /^https?:\/\/\S+$/.test(paragraph);

/** Messages of the outbox, one page each; large print from 16 points on. */
export function OutboxPages({ letters, large }: { letters: OutboxLetter[]; large: boolean }) {
  return (
    <div className={large ? "app-letters-paper app-letters-paper--large" : "app-letters-paper"}>
      {letters.map((letter) => (
        <OutboxPage key={letter.id} letter={letter} />
      ))}
    </div>
  );
}

function OutboxPage({ letter }: { letter: OutboxLetter }) {
  const { channel, to, hospital, writtenOn, subject, paragraphs } = letter;
  return (
    <article className="app-letter" aria-label={`Message to ${to[0]}`}>
      <div className="app-letter__head">
        <address className="app-letter__address">
          {to.map((line, at) => (
            <span key={at} className="app-letter__line">
              {line}
            </span>
          ))}
        </address>
        <p className="app-letter__reference">
          <span className="app-letter__line">{hospital}</span>
          <span className="app-letter__line">{dateText(writtenOn, "date")}</span>
        </p>
      </div>
      <h2 className="app-letter__title">{subject}</h2>
      {channel === "letter" ? <p>Dear {to[0]},</p> : null}
      {paragraphs.map((paragraph, at) =>
        isLink(paragraph) ? (
          <p key={at} className="app-letter__when">
            <strong>{paragraph}</strong>
          </p>
        ) : (
          <p key={at}>{paragraph}</p>
        ),
      )}
      {channel === "letter" ? <p>Do you need this letter in another form or language? Call us.</p> : null}
    </article>
  );
}

import { Form, Link } from "@remix-run/react";
import { CASE_MOMENTS, type CaseMoment } from "~/domain/operating-day/moments";
import type { CaseShown, RunningListPage } from "~/views/operating-day/running-list.server";
import { momentWords } from "./moment-words";

/** Said of a record that was taken back by one tap. */
export const MISTAKE = "Recorded by mistake";

interface RunningCaseProps {
  item: CaseShown;
  page: Pick<RunningListPage, "id" | "may"> & { today: boolean };
}

/** A case of the running list: who, what, what has happened, and the one tap that comes next. */
export function RunningCase({ item, page }: RunningCaseProps) {
  const heading = `case-${item.entry}`;
  const canTap = page.may.record && page.today;
  return (
    <li className={`app-running app-running--${item.standing}`} id={`at-${item.entry}`} value={item.order}>
      <div className="app-running__who">
        <h3 className="app-running__name" id={heading}>
          <span className="app-running__order">{item.order}</span>{" "}
          {item.patient.link ? <a href={item.patient.link}>{item.patient.name}</a> : item.patient.name},{" "}
          {item.patient.age}
        </h3>
        <p className="app-running__procedure">{item.procedure}</p>
        <p className="app-quiet">{factsOf(item)}</p>
        {item.flags.length > 0 ? <p className="app-running__flags">{item.flags.join(", ")}</p> : null}
        <p>{timesOf(item)}</p>
      </div>
      <div className="app-running__do" aria-labelledby={heading} role="group">
        {canTap && item.next ? <Tap item={item} moment={item.next} session={page.id} first /> : null}
        {item.next === null ? <p className="app-running__done">Done</p> : null}
        {canTap && item.others.length > 0 ? <Others item={item} session={page.id} /> : null}
        <Moments item={item} page={page} />
        {page.may.cancel && item.standing === "waiting" ? (
          <p className="app-running__cancel">
            <Link to={`/sessions/${page.id}/day/cancel/${item.entry}`}>
              Cancel<span className="nhsuk-u-visually-hidden"> {item.patient.name}</span>
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function factsOf({ patient, anaesthetic, stay, minutes, equipment, added }: CaseShown): string {
  return [
    ...[patient.hospitalNumber, anaesthetic, stay, `${minutes} min`, equipment.join(", ")],
    added ? "stand-by" : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function timesOf({ standing, admission, start, end, planned, actual, minutes, moments }: CaseShown): string {
  if (standing === "done") return `${start} to ${end}: took ${actual ?? "?"} min, ${minutes} planned`;
  if (standing === "inTheatre") return `In theatre since ${start}, expected out ${end}`;
  const late = start === planned ? "" : ` (planned ${planned})`;
  const arrives = moments.length === 0 ? `Due in at ${admission}. ` : "";
  return `${arrives}Expected start ${start}${late}, out ${end}`;
}

interface TapProps {
  item: CaseShown;
  moment: CaseMoment;
  session: string;
  first?: boolean;
}

function Tap({ item, moment, session, first = false }: TapProps) {
  return (
    <Form method="post" action={`/sessions/${session}/day`} preventScrollReset>
      <input type="hidden" name="entry" value={item.entry} />
      <input type="hidden" name="moment" value={moment} />
      <button type="submit" className={first ? "app-tap" : "app-tap app-tap--second"}>
        {momentWords(moment)}
        <span className="nhsuk-u-visually-hidden">: {item.patient.name}</span>
      </button>
    </Form>
  );
}

function Others({ item, session }: { item: CaseShown; session: string }) {
  return (
    <details className="app-running__others">
      <summary>Another moment</summary>
      {item.others.map((moment) => (
        <Tap key={moment} item={item} moment={moment} session={session} />
      ))}
    </details>
  );
}

/** What was recorded, each leading to its correction; the last can be taken back at once. */
function Moments({ item, page }: RunningCaseProps) {
  const last = item.moments.at(-1);
  if (item.moments.length === 0 && !(page.may.record && !page.today)) return null;
  return (
    <>
      <ul className="app-moments">
        {CASE_MOMENTS.map((moment) => (
          <MomentLine key={moment} item={item} moment={moment} page={page} />
        ))}
      </ul>
      {last && page.may.record ? (
        <Form method="post" action={`/sessions/${page.id}/day`} preventScrollReset>
          <input type="hidden" name="entry" value={item.entry} />
          <input type="hidden" name="moment" value={last.moment} />
          <input type="hidden" name="base" value={last.record} />
          <input type="hidden" name="undo" value="yes" />
          <button type="submit" className="app-link-button">
            Undo {momentWords(last.moment)}
            <span className="nhsuk-u-visually-hidden"> of {item.patient.name}</span>
          </button>
        </Form>
      ) : null}
    </>
  );
}

function MomentLine({ item, moment, page }: RunningCaseProps & { moment: CaseMoment }) {
  const recorded = item.moments.find((one) => one.moment === moment);
  const canAdd = page.may.record && (item.missed.includes(moment) || !page.today);
  const to = `/sessions/${page.id}/day/${item.entry}/${moment}`;
  if (!recorded && !canAdd) return null;
  if (!recorded)
    return (
      <li>
        {momentWords(moment)}{" "}
        <Link to={to}>
          add
          <span className="nhsuk-u-visually-hidden">
            {" "}
            {momentWords(moment)} of {item.patient.name}
          </span>
        </Link>
      </li>
    );
  return (
    <li title={recorded.reason ? `Corrected by ${recorded.by}: ${recorded.reason}` : undefined}>
      {momentWords(moment)}{" "}
      {page.may.record ? (
        <Link to={to}>
          {recorded.time}
          <span className="nhsuk-u-visually-hidden"> correct, {item.patient.name}</span>
        </Link>
      ) : (
        recorded.time
      )}
      {recorded.reason ? " (corrected)" : ""}
    </li>
  );
}

import { dateText, instantText } from "~/components/date-text";
import { patientName, type PublishedCase, type PublishedList } from "~/domain/published-list";
import { equipmentName } from "~/facts/equipment";
import type { ListSheetPage } from "~/views/list-sheet.server";

/** A list as it is printed: its head on each page, every value in full on every row. */
export function ListSheet({ page }: { page: ListSheetPage }) {
  const { list } = page;
  return (
    <>
      <table className="app-sheet">
        <caption className="nhsuk-u-visually-hidden">
          Operating list of {list.theatre}, {dateText(list.date)}
        </caption>
        <thead>
          <tr>
            <td colSpan={COLUMNS.length} className="app-sheet__head">
              <Head page={page} />
            </td>
          </tr>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.cases.map((item) => (
            <Row key={item.entry} item={item} />
          ))}
          {list.cases.length === 0 ? (
            <tr>
              <td colSpan={COLUMNS.length}>No case on this list.</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <Notes list={list} />
    </>
  );
}

const COLUMNS = [
  ...["Place", "Arrives / starts", "Patient", "Numbers", "Procedure and anaesthetic", "ASA"],
  ...["Allergy, infection, diabetes", "Equipment", "Stay", "Interpreter, adjustments, stand-by"],
];

function Head({ page: { list, version, latest } }: { page: ListSheetPage }) {
  return (
    <>
      <p className="app-sheet__title">
        {version === null ? <span className="app-sheet__draft">DRAFT</span> : null}
        {list.theatre}, {dateText(list.date)}, {list.start} to {list.end}
      </p>
      <p className="app-sheet__line">
        {list.siteName}. {list.specialties.join(", ")}. Surgeon:{" "}
        <strong>{list.surgeons.join(", ") || "not named"}</strong>. Anaesthetist:{" "}
        <strong>{list.anaesthetist || "not named"}</strong>. Session {list.sessionId}.
      </p>
      <p className="app-sheet__line">
        {version === null ? (
          <>Not published. As it stood {instantText(new Date(latest.at))}.</>
        ) : (
          <>
            <strong>Version {version.number}</strong>, published {instantText(new Date(version.at))} by{" "}
            {version.by}.
          </>
        )}
      </p>
      {latest.number !== null && version !== null && version.number < latest.number ? (
        <p className="app-sheet__warning">
          Not the latest: version {latest.number} was published after this one. Do not use this sheet.
        </p>
      ) : null}
      {latest.changed ? (
        <p className="app-sheet__warning">
          The list has changed since this version and was not published again yet.
        </p>
      ) : null}
    </>
  );
}

function Row({ item }: { item: PublishedCase }) {
  const { order, admission, start, birthDate, age, sex, nhsNumber, hospitalNumber, golden } = item;
  return (
    <tr>
      <td className="app-sheet__place">{order}</td>
      <td>
        <span className="app-sheet__block app-sheet__strong">{admission}</span>
        {start}
      </td>
      <td>
        <span className="app-sheet__block app-sheet__name">{patientName(item)}</span>
        <span className="app-sheet__block">
          Born {dateText(birthDate, "brief")}, {age} {age === 1 ? "year" : "years"}
        </span>
        {sex}
        {golden ? (
          <span className="app-sheet__block app-sheet__strong">Golden patient: goes first</span>
        ) : null}
      </td>
      <td>
        <span className="app-sheet__block">NHS</span>
        <span className="app-sheet__number">{nhsNumber ? spaced(nhsNumber) : "not known"}</span>
        <span className="app-sheet__block">Hospital</span>
        <span className="app-sheet__number">{hospitalNumber}</span>
      </td>
      <td>
        <span className="app-sheet__block app-sheet__strong">{item.procedure}</span>
        {item.anaesthetic}, {item.minutes} minutes
      </td>
      <td>{item.asa ?? "Not known"}</td>
      <td className={item.flags.length > 0 ? "app-sheet__strong" : undefined}>
        {item.flags.join("; ") || "None recorded"}
      </td>
      <td>{item.equipment.map(equipmentName).join("; ") || "None"}</td>
      <td>
        {item.nights === 0 ? "Day case" : `${item.nights} ${item.nights === 1 ? "night" : "nights"}`}
        {item.criticalCare ? (
          <span className="app-sheet__block app-sheet__strong">Critical care bed</span>
        ) : null}
      </td>
      <td>
        {item.interpreter ? <span className="app-sheet__block">Interpreter: {item.interpreter}</span> : null}
        {item.adjustments ? <span className="app-sheet__block">{item.adjustments}</span> : null}
        {item.standBy ? <span className="app-sheet__block">Stand-by: agreed to short notice</span> : null}
        {item.interpreter || item.adjustments || item.standBy ? null : "None"}
      </td>
    </tr>
  );
}

function Notes({ list: { kept, orderBreaks } }: { list: PublishedList }) {
  if (kept.length === 0 && orderBreaks.length === 0) return null;
  return (
    <div className="app-sheet__notes">
      {kept.map(({ start, minutes }) => (
        <p key={start}>
          Kept from {start}: {minutes} minutes for a patient whose fitness is not confirmed.
        </p>
      ))}
      {orderBreaks.length > 0 ? (
        <p>Order to be agreed by surgeon and anaesthetist. {orderBreaks.join(" ")}</p>
      ) : null}
    </div>
  );
}

function spaced(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3");
}

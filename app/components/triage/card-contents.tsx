import type { CardPage } from "~/views/triage/card.server";

/** The parts of the card below, as links that stay in sight; they need no JavaScript. */
export function CardContents({ page }: { page: CardPage }) {
  const parts: [id: string, name: string, there: boolean][] = [
    ["decide", "Decide", true],
    ["tasks", "Tasks", page.tasks.length > 0],
    ["answers", "Answers", true],
    ["measures", "Measured", true],
    ["plan", "Plan", true],
    ["rules", "Rules", page.result !== null],
    ["hubs", "Hubs", page.hubs.length > 0],
    ["shared", "Shared decision", true],
    ["check-ins", "Check-ins", page.checkIns.length > 0],
    ["history", "History", page.history.length > 0],
  ];
  return (
    <nav className="app-contents" aria-label="On this card">
      <ul>
        {parts
          .filter(([, , there]) => there)
          .map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

import type { Task, TaskState } from "~/domain/perioperative/questionnaire/task-list";

const WORDS: Record<TaskState, string> = {
  notStarted: "Not yet started",
  inProgress: "In progress",
  completed: "Completed",
};

interface TaskListProps {
  tasks: readonly Task[];
  base: string;
}

/** The sections with their states, and the check of answers once all are completed. */
export function TaskList({ tasks, base }: TaskListProps) {
  const ready = tasks.every(({ state }) => state === "completed");
  return (
    <ul className="nhsuk-task-list">
      {tasks.map(({ section, title, state, page }) => (
        <Item key={section} id={section} title={title} href={`${base}/questions/${page}`} state={state} />
      ))}
      <Item
        id="check"
        title="Check and send your answers"
        href={ready ? `${base}/check` : null}
        state="notStarted"
      />
    </ul>
  );
}

interface ItemProps {
  id: string;
  title: string;
  /** Null: cannot be started yet. */
  href: string | null;
  state: TaskState;
}

function Item({ id, title, href, state }: ItemProps) {
  const status = `task-${id}-status`;
  const words = href === null ? "Cannot start yet" : WORDS[state];
  return (
    <li className={`nhsuk-task-list__item${href ? " nhsuk-task-list__item--with-link" : ""}`}>
      <div className="nhsuk-task-list__name-and-hint">
        {href ? (
          <a className="nhsuk-link nhsuk-task-list__link" href={href} aria-describedby={status}>
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
      </div>
      <div
        className={`nhsuk-task-list__status${state === "completed" ? " nhsuk-task-list__status--completed" : ""}`}
        id={status}
      >
        {href !== null && state !== "completed" ? (
          <strong className={`nhsuk-tag nhsuk-tag--${state === "inProgress" ? "white" : "blue"}`}>
            {words}
          </strong>
        ) : (
          words
        )}
      </div>
    </li>
  );
}

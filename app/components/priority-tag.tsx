import { Tag } from "nhsuk-react-components";
import type { ComponentProps } from "react";
import type { Priority } from "~/domain/waiting-list";

const COLOURS: Record<Priority, ComponentProps<typeof Tag>["modifier"]> = {
  P1a: "red",
  P1b: "red",
  P2: "orange",
  P3: "yellow",
  P4: "blue",
  P5: "grey",
  P6: "grey",
};

/** The clinical priority of a procedure; its letters say it, the colour only helps the eye. */
export function PriorityTag({ priority }: { priority: Priority }) {
  return <Tag modifier={COLOURS[priority]}>{priority}</Tag>;
}

/** On the cancer patient tracking list. */
export function CancerTag() {
  return <Tag modifier="purple">Cancer</Tag>;
}

import { Tag } from "nhsuk-react-components";

/** The state of an account, in words. */
export function AccountTags({ active, locked, demo }: { active: boolean; locked: boolean; demo: boolean }) {
  return (
    <>
      {active ? <Tag modifier="green">Active</Tag> : <Tag modifier="grey">Shut</Tag>}{" "}
      {locked ? <Tag modifier="orange">Locked for now</Tag> : null}{" "}
      {demo ? <Tag modifier="yellow">Demo</Tag> : null}
    </>
  );
}

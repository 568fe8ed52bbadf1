import { isStruck, spokenAbout, type CurrentRecord } from "./records";
import { SECTIONS, type Section, type Subject, type SubjectKey } from "./subject";

/** A stop of a meeting's course: what is on the agenda now, or was when something was decided about it. */
export interface Stop<Item> {
  key: SubjectKey;
  section: Section;
  /** Null: it is no longer on the agenda, and stands here as it was. */
  item: Item | null;
  about: Subject | null;
  spoken: boolean;
}

/**
 * The agenda as it is now, and behind it in each section what was spoken about and has left it since: what was decided
 * stays. `most`: so many of a section that nobody has spoken about yet are shown; `left` counts the others.
 */
export function courseOf<Item extends { key: SubjectKey; section: Section }>(
  items: readonly Item[],
  records: readonly CurrentRecord[],
  most: number,
): { stops: Stop<Item>[]; left: Record<Section, number> } {
  const spoken = spokenAbout(records);
  const live = new Set(items.map(({ key }) => key));
  const left = Object.fromEntries(SECTIONS.map((section) => [section, 0])) as Record<Section, number>;
  const stops = SECTIONS.flatMap((section) => {
    const own = items.filter((item) => item.section === section);
    const shown = own.filter((item, index) => index < most || spoken.has(item.key));
    left[section] = own.length - shown.length;
    return [
      ...shown.map((item) => ({ key: item.key, section, item, about: null, spoken: spoken.has(item.key) })),
      ...goneOf(records, section, live),
    ];
  });
  return { stops, left };
}

function goneOf(records: readonly CurrentRecord[], section: Section, live: ReadonlySet<SubjectKey>) {
  const gone = new Map<SubjectKey, Subject>();
  for (const record of records) {
    const { key, about } = record;
    if (about?.section === section && !live.has(key) && !isStruck(record)) gone.set(key, about);
  }
  return [...gone].map(([key, about]) => ({ key, section, item: null, about, spoken: true }));
}

/** The stop before and after one; null at either end. */
export function neighbours<Item>(stops: readonly Stop<Item>[], key: SubjectKey) {
  const at = stops.findIndex((stop) => stop.key === key);
  return { previous: stops[at - 1]?.key ?? null, next: at < 0 ? null : (stops[at + 1]?.key ?? null) };
}

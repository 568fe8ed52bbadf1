import { useFetcher, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import type { HandAnswer } from "~/views/hand/hand-answer.server";
import type { HandBoardPage, HandCaseRow } from "~/views/hand/hand-board.server";
import type { HandPlaces } from "~/views/hand/hand-place.server";

/** A case that is picked up, and the list that it stands on. */
export interface Carried {
  entry: string;
  patient: string;
  /** Id of the session; null: it stands on none. */
  list: string | null;
}

type Fields = Record<string, string>;

/** What the board knows and can do: the one place where picking up, asking, dropping and answers meet. */
export function useBoard(page: HandBoardPage, root: RefObject<HTMLElement | null>) {
  const { week, organisation, revision, sites } = page;
  const [isLive, setLive] = useState(false);
  const [carried, setCarried] = useState<Carried | null>(null);
  const [swapWith, setSwapWith] = useState<HandCaseRow | null>(null);
  const [waiting, setWaiting] = useState<{ list: string; onto: string | null } | null>(null);
  const [said, setSaid] = useState("");
  const [answer, setAnswer] = useState<HandAnswer | null>(null);
  const [known, setKnown] = useState<HandPlaces | null>(null);
  const asked = useRef(0);
  const changing = useFetcher<{ answer: HandAnswer }>();
  const sent = useRef<{ path: string; fields: Fields; entry: string } | null>(null);
  const navigate = useNavigate();
  const query = `?${new URLSearchParams({ organisation })}`;
  const base = `/weeks/${week}/change`;
  const casePath = useCallback((entry: string) => `${base}/cases/${entry}${query}`, [base, query]);
  const listPath = useCallback((session: string) => `${base}/sessions/${session}${query}`, [base, query]);
  const places = carried && known?.entry === carried.entry ? known : null;

  const lists = sites.flatMap(({ days }) => days.flatMap((day) => day.lists));
  const listOfCase = (entry: string) => lists.find(({ cases }) => cases.some((item) => item.entry === entry));
  const rowOf = (entry: string) => listOfCase(entry)?.cases.find((item) => item.entry === entry) ?? null;

  /** Asks of every place of a case at once; what comes late, when something else was asked since, is passed over. */
  const ask = async (entry: string, other?: string) => {
    const turn = ++asked.current;
    const address = `${base}/places${query}&entry=${entry}${other ? `&with=${other}` : ""}`;
    const found = await fetch(address).then(
      (answer) => (answer.ok ? (answer.json() as Promise<HandPlaces>) : null),
      () => null,
    );
    if (turn !== asked.current) return;
    if (found === null) return setSaid("Hublist did not answer. Load the page again.");
    setKnown(found);
  };

  const carry = (one: Carried) => {
    setCarried(one);
    setKnown(null);
    setSwapWith(null);
    setAnswer(null);
    void ask(one.entry);
    setSaid(`Picked up ${one.patient}. Arrow keys go from list to list, Enter drops, Escape puts back.`);
  };

  const pick = (entry: string) => {
    if (carried?.entry === entry) return putBack();
    const row = rowOf(entry);
    if (carried?.list && row) {
      setSwapWith(row);
      void ask(carried.entry, entry);
      return setSaid(`Swap with ${row.patient}? What it means stands above the lists.`);
    }
    carry({
      entry,
      patient: row?.patient ?? page.carried?.patient ?? "",
      list: listOfCase(entry)?.id ?? null,
    });
  };

  /** Picks up what is dragged, whatever was picked up before. */
  const lift = (entry: string) =>
    carry({ entry, patient: rowOf(entry)?.patient ?? "", list: listOfCase(entry)?.id ?? null });

  const putBack = () => {
    if (!carried) return;
    const { entry } = carried;
    setCarried(null);
    setSwapWith(null);
    setSaid("Put back.");
    focusOn(root, `[data-pick="${entry}"]`);
  };

  const send = (entry: string, fields: Fields, against = revision) => {
    const path = casePath(entry);
    sent.current = { path, fields, entry };
    const form = { ...fields, answer: "data", baseRevision: String(against) };
    changing.submit(form, { method: "post", action: path });
    setSaid("Changing…");
  };

  /** `onto`: the case that it was dropped on, with which a full list may still swap. */
  const drop = (list: string, onto: string | null = null) => {
    if (!carried) return;
    const place = places?.places[list];
    if (!place)
      return setSaid(list === carried.list ? "It stands here." : "Still asking what it would mean.");
    if (place.kind === "refused") {
      if (onto && carried.list) return pick(onto);
      return setSaid(`Refused. ${place.all.join(" ")}`);
    }
    if (place.asks) return navigate(`${casePath(carried.entry)}&to=${list}`);
    send(carried.entry, { do: "move", to: list });
  };

  /** Puts a case before another one of its list; null: at the end. */
  const reorder = (entry: string, before: string | null) => {
    const list = listOfCase(entry);
    const ids = list?.cases.map((item) => item.entry) ?? [];
    const others = ids.filter((id) => id !== entry);
    const at = before === null ? others.length : others.indexOf(before);
    const wished = [...others.slice(0, at), entry, ...others.slice(at)];
    if (!list || at < 0 || wished.join() === ids.join()) return putBack();
    send(entry, { do: "order", session: list.id, base: String(list.order), entries: wished.join(" ") });
  };

  /** A quick hand drops before the answer has come: the drop waits for it. */
  const dropWhenKnown = (list: string, onto: string | null) => setWaiting({ list, onto });

  const inList = (what: "earlier" | "later") => {
    const list = carried && listOfCase(carried.entry);
    if (!list) return;
    send(carried.entry, { do: what, session: list.id, base: String(list.order) });
  };

  const takeOut = () => {
    if (!carried) return;
    if (places?.out?.asks) return navigate(`${casePath(carried.entry)}#out`);
    send(carried.entry, { do: "out" });
  };

  const swap = () => {
    if (carried && swapWith) send(carried.entry, { do: "swap", with: swapWith.entry });
  };

  const again = () => {
    const last = sent.current;
    if (last && answer?.kind === "conflict") send(last.entry, last.fields, answer.revision);
  };

  useEffect(() => setLive(true), []);
  useEffect(() => {
    const { carried: elsewhere } = page;
    if (elsewhere) carry({ ...elsewhere, list: null });
    // Only when the page comes with a case in hand.
  }, [page.carried?.entry]);
  useEffect(() => {
    if (waiting === null || !carried || !places) return;
    setWaiting(null);
    drop(waiting.list, waiting.onto);
  });
  useEffect(() => {
    if (changing.state !== "idle" || !changing.data || !sent.current) return;
    const came = changing.data.answer;
    setAnswer(came);
    if (came.kind !== "done") return setSaid(came.kind === "conflict" ? came.conflict.heading : came.heading);
    setSaid(came.words);
    setCarried(null);
    setSwapWith(null);
    focusOn(root, `[data-pick="${sent.current.entry}"]`);
  }, [changing.state, changing.data, root]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!carried) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return putBack();
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || !root.current) return;
    event.preventDefault();
    nextPlace(root.current, step)?.focus();
  };

  return {
    ...{ isLive, carried, places, answer, said, swapWith, casePath, listPath },
    ...{ pick, lift, putBack, drop, dropWhenKnown, reorder, inList, takeOut, swap, again, onKeyDown },
    forget: () => setAnswer(null),
  };
}

export type Board = ReturnType<typeof useBoard>;

function focusOn(root: RefObject<HTMLElement | null>, selector: string): void {
  requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
}

/** The next or the last place from where the focus is, in the order of the page. */
function nextPlace(root: HTMLElement, step: number): HTMLElement | undefined {
  const all = [...root.querySelectorAll<HTMLElement>("[data-drop]")];
  const at = document.activeElement;
  const own = all.indexOf(at as HTMLElement);
  if (own >= 0) return all[own + step];
  const follows = (place: HTMLElement) =>
    at !== null && (at.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return step > 0 ? all.find(follows) : all.findLast((place) => !follows(place));
}

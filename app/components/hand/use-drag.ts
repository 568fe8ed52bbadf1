import { useEffect, useRef, type RefObject } from "react";
import type { Board } from "./use-board";

/** A pointer that has gone so many pixels drags; less is a click. */
const FROM = 6;
const OVER = "app-hand-list--over";

/**
 * Clicks and drags on the board. A case is picked up by a click, or dragged with a mouse or a pen and dropped on a list;
 * a finger scrolls the page, and picks up by a tap.
 */
export function useDrag(root: RefObject<HTMLElement | null>, board: Board): void {
  const now = useRef(board);
  useEffect(() => {
    now.current = board;
  });
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const drag = new Drag(element, () => now.current);
    return () => drag.end();
  }, [root]);
}

class Drag {
  private start: { entry: string; x: number; y: number; isMoving: boolean } | null = null;
  private ghost: HTMLElement | null = null;
  private over: Element | null = null;
  private readonly off = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly board: () => Board,
  ) {
    const { signal } = this.off;
    root.addEventListener("click", (event) => this.click(event), { signal });
    root.addEventListener("pointerdown", (event) => this.down(event), { signal });
    window.addEventListener("pointermove", (event) => this.move(event), { signal });
    window.addEventListener("pointerup", (event) => this.up(event), { signal });
    window.addEventListener("pointercancel", () => this.clear(), { signal });
  }

  end(): void {
    this.off.abort();
    this.clear();
  }

  private click(event: MouseEvent): void {
    const target = event.target as Element;
    const pick = target.closest<HTMLElement>("[data-pick]")?.dataset.pick;
    const drop = target.closest<HTMLElement>("[data-drop]")?.dataset.drop;
    if (pick) {
      // Without scripts the same button opens the page of the case.
      event.preventDefault();
      this.board().pick(pick);
    } else if (drop) this.board().drop(drop);
  }

  private down(event: PointerEvent): void {
    const item = (event.target as Element).closest<HTMLElement>("[data-case]");
    if (!item || event.button !== 0 || event.pointerType === "touch") return;
    this.start = { entry: item.dataset.case!, x: event.clientX, y: event.clientY, isMoving: false };
  }

  private move(event: PointerEvent): void {
    const { start } = this;
    if (!start) return;
    if (!start.isMoving) {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < FROM) return;
      start.isMoving = true;
      if (this.board().carried?.entry !== start.entry) {
        this.board().putBack();
        this.board().lift(start.entry);
      }
      this.ghost = this.ghostOf(start.entry);
    }
    event.preventDefault();
    if (this.ghost) this.ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 8}px)`;
    this.mark(this.listAt(event));
  }

  private up(event: PointerEvent): void {
    const { start } = this;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    this.clear();
    if (!start?.isMoving) return;
    // The click that follows a drag on the same element is no click.
    const passOver = (click: MouseEvent) => {
      click.preventDefault();
      click.stopPropagation();
    };
    this.root.addEventListener("click", passOver, { capture: true, once: true });
    setTimeout(() => this.root.dispatchEvent(new MouseEvent("click")), 0);
    const board = this.board();
    const list = under?.closest<HTMLElement>("[data-list]");
    if (under?.closest("[data-out]")) board.takeOut();
    else if (!list) board.putBack();
    else if (list.querySelector(`[data-case="${start.entry}"]`))
      board.reorder(start.entry, before(list, start.entry, event.clientY));
    else
      board.dropWhenKnown(
        list.dataset.list!,
        under?.closest<HTMLElement>("[data-case]")?.dataset.case ?? null,
      );
  }

  private listAt({ clientX, clientY }: PointerEvent): Element | null {
    return document.elementFromPoint(clientX, clientY)?.closest("[data-list]") ?? null;
  }

  private mark(list: Element | null): void {
    if (list === this.over) return;
    this.over?.classList.remove(OVER);
    list?.classList.add(OVER);
    this.over = list;
  }

  private ghostOf(entry: string): HTMLElement {
    const ghost = document.createElement("div");
    ghost.className = "app-hand-ghost";
    ghost.setAttribute("aria-hidden", "true");
    ghost.textContent = this.root.querySelector(`[data-pick="${entry}"]`)?.textContent ?? "";
    document.body.append(ghost);
    document.body.classList.add("app-hand-dragging");
    return ghost;
  }

  private clear(): void {
    this.start = null;
    this.ghost?.remove();
    this.ghost = null;
    this.mark(null);
    document.body.classList.remove("app-hand-dragging");
  }
}

/** The case of the list before which one is dropped at this height; null: after all. */
function before(list: HTMLElement, entry: string, y: number): string | null {
  const items = [...list.querySelectorAll<HTMLElement>("[data-case]")].filter(
    (item) => item.dataset.case !== entry,
  );
  const below = items.find((item) => {
    const { top, height } = item.getBoundingClientRect();
    return y < top + height / 2;
  });
  return below?.dataset.case ?? null;
}

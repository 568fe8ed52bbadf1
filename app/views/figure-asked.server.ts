import { askFigure, stopFigure } from "~/services/figure-questions.server";
import { askWarm, letWarmGo } from "~/services/warm-plan.server";
import { store } from "~/store.server";
import type { Scope } from "~db/scope";
import { findRun } from "~db/solve-runs";
import type { FigureAsk } from "./figure-ask";
import { figureKey, warmQuestion } from "./figure.server";

/** Milliseconds for which an answer is waited for before the page shows that it is being worked out. */
const PATIENCE = 1_000;

/** Asks for a true figure of a run in scope; false: there is no such run or entry. */
export async function askOnPage(scope: Scope, run: string, ask: FigureAsk): Promise<boolean> {
  const { db } = store();
  if ((await findRun(scope, db, run)) === null) return false;
  const question = await warmQuestion(scope, ask);
  if (question === null) return false;
  await askFigure(
    figureKey(run, ask),
    (stop) => {
      stop.addEventListener("abort", () => letWarmGo(run), { once: true });
      return askWarm(scope, db, run, question);
    },
    PATIENCE,
  );
  return true;
}

/** Stops a question of a run in scope; false: there is no such run. */
export async function stopOnPage(scope: Scope, run: string, ask: FigureAsk): Promise<boolean> {
  if ((await findRun(scope, store().db, run)) === null) return false;
  stopFigure(figureKey(run, ask));
  return true;
}

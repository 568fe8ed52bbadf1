import { describe, expect, it } from "vitest";
import type { WarmAnswer } from "~/domain/warm-question";
import { askFigure, figureAsked, stopFigure } from "~/services/figure-questions.server";

const UNAVAILABLE: WarmAnswer = { kind: "unavailable", sentence: "No." };
const ANSWER: WarmAnswer = { kind: "refused", sentences: ["It clashes."] };
const never = () => new Promise<WarmAnswer>(() => undefined);

describe("a question for a true figure", () => {
  it("is worked out once, whoever asks", async () => {
    let times = 0;
    const workOut = () => Promise.resolve((times++, ANSWER));
    expect(figureAsked("once")).toBeNull();
    await askFigure("once", workOut, 1_000);
    await askFigure("once", workOut, 1_000);
    expect([times, figureAsked("once")?.answer]).toEqual([1, ANSWER]);
  });

  it("is waited for no longer than patience lasts, and goes on", async () => {
    let answer: (found: WarmAnswer) => void = () => undefined;
    const slow = new Promise<WarmAnswer>((settle) => (answer = settle));
    await askFigure("slow", () => slow, 5);
    expect(figureAsked("slow")?.answer).toBeNull();
    answer(ANSWER);
    await slow;
    await askFigure("slow", never, 1_000);
    expect(figureAsked("slow")?.answer).toEqual(ANSWER);
  });

  it("is stopped when nobody wants it, and may be asked anew", async () => {
    let stopped = false;
    const workOut = (stop: AbortSignal) => {
      stop.addEventListener("abort", () => (stopped = true));
      return never();
    };
    await askFigure("stop", workOut, 5);
    stopFigure("stop");
    expect([stopped, figureAsked("stop")?.stopped]).toEqual([true, true]);
    await askFigure("stop", () => Promise.resolve(ANSWER), 1_000);
    expect(figureAsked("stop")).toMatchObject({ stopped: false, answer: ANSWER });
  });

  it("is asked anew after it could not be answered, and a failure is a word", async () => {
    await askFigure("failed", () => Promise.reject(new Error("disk")), 1_000);
    expect(figureAsked("failed")?.answer?.kind).toBe("unavailable");
    await askFigure("failed", () => Promise.resolve(UNAVAILABLE), 1_000);
    expect(figureAsked("failed")?.answer).toEqual(UNAVAILABLE);
    await askFigure("failed", () => Promise.resolve(ANSWER), 1_000);
    expect(figureAsked("failed")?.answer).toEqual(ANSWER);
  });
});

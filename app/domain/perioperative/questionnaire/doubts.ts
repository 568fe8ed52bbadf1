import type { Answers } from "../answers";
import { bodyMassIndex, heightWords, weightWords } from "./measures";
import type { Page, Question } from "./questionnaire";

/** A number that is likely to be a mistake. `words`: what the patient is asked to look at again. */
export interface Doubt {
  question: string;
  words: string;
}

/** Answers of the page outside of what is likely, and a height and weight that fit each other badly. */
export function doubtsOf(page: Page, asked: readonly Question[], answers: Answers): readonly Doubt[] {
  const odd = asked.flatMap((question) => {
    const amount = answers[question.id];
    const { likely } = question;
    if (typeof amount !== "number" || !likely || (amount >= likely.from && amount <= likely.to)) return [];
    return [{ question: question.id, words: amountWords(question, amount) }];
  });
  return odd.length > 0 ? odd : unlikelyBody(page, asked, answers);
}

function unlikelyBody(page: Page, asked: readonly Question[], answers: Answers): readonly Doubt[] {
  const amounts = (["height", "weight"] as const).map((entry) => {
    const question = asked.find((one) => one.entry === entry);
    const amount = question && answers[question.id];
    return typeof amount === "number" ? { question: question!, amount } : null;
  });
  const [height, weight] = amounts;
  if (!page.likelyBmi || !height || !weight) return [];
  const bmi = bodyMassIndex(height.amount, weight.amount);
  if (bmi >= page.likelyBmi.from && bmi <= page.likelyBmi.to) return [];
  return [height, weight].map(({ question, amount }) => ({
    question: question.id,
    words: amountWords(question, amount),
  }));
}

function amountWords(question: Question, amount: number): string {
  if (question.entry === "height") return `You are ${heightWords(amount)} tall`;
  if (question.entry === "weight") return `You weigh ${weightWords(amount)}`;
  return `${question.text} ${amount} ${question.unit}`;
}

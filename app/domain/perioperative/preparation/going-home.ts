import { answerFact, type Facts } from "../fact";

/** What is to be known for going home: the question, the answers that settle it, and what is missing otherwise. */
const NEEDED = [
  { question: "ride_home", settled: ["lift"], lacks: "Nobody is known who takes the patient home" },
  { question: "adult_24h", settled: ["yes"], lacks: "No adult is known who stays for 24 hours" },
] as const;

/**
 * What is missing for going home after an anaesthetic that is not local, in words for staff. An answer that is missing or
 * "I am not sure" settles nothing. Source: a responsible adult for 24 hours, Royal College of Anaesthetists and British
 * Association of Day Surgery, read at second hand; rules Y01 and Y02.
 */
export function goingHomeLacks(facts: Facts): string[] {
  const anaesthetic = facts["proc.anaesthetic"];
  if (anaesthetic === "local" || anaesthetic === "topical") return [];
  return NEEDED.filter(({ question, settled }) => {
    const answer = facts[answerFact(question)];
    return !(settled as readonly unknown[]).includes(answer);
  }).map(({ lacks }) => lacks);
}

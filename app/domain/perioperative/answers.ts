/**
 * What a patient answered: by question id (the linkId of the questionnaire), the code of the option chosen, several codes,
 * a number in the question's unit, or free text. A question that was not shown or not answered has no key: missing is
 * never "no". "I do not know" is the code `dk`, an answer like any other.
 */
export type AnswerValue = string | number | readonly string[];

export type Answers = Readonly<Record<string, AnswerValue>>;

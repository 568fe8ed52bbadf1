/** What a plan says of actions that are due on the day of the operation or after it, though they belong before it. */
export const LATE_WORDS =
  "We want these done before an operation, and they take longer than the time until your date. Start them now. We look at your date again and call you. Call us if you have not heard from us.";

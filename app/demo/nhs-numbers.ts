const RANGE = 1_000_000;
/** Shares no divisor with the range, so that steps of this size meet each number once. */
const STEP = 389_171;

/** NHS numbers of the 999 range, which is never given to a patient, with their check digit; each only once. */
export class TestNhsNumbers {
  constructor(private at: number) {}

  next(): string {
    for (;;) {
      this.at = (this.at + STEP) % RANGE;
      const nine = `999${String(this.at).padStart(6, "0")}`;
      const check = checkDigit(nine);
      if (check < 10) return nine + check;
    }
  }
}

/** Modulus 11 with weights 10 to 2 (NHS Data Dictionary, NHS NUMBER); 10: there is no such number. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11;
}

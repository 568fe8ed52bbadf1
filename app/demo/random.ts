/** Draws that follow from the seed and the name of what is drawn, so that one part of the demo moves no other. */
export class Random {
  private state: number;

  constructor(seed: number, name: string) {
    this.state = seed >>> 0;
    for (const letter of name) this.state = Math.imul(this.state ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  }

  /** Uniform, 0 included, 1 not (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whole numbers from 0 to `below` - 1. */
  whole(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** True with probability `share`. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.whole(values.length)]!;
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(values: readonly (readonly [T, number])[]): T {
    let left = this.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) if ((left -= weight) < 0) return value;
    return values.at(-1)![0];
  }

  /** Normal, mean 0 and standard deviation 1 (Box and Muller). */
  gauss(): number {
    const u = 1 - this.next();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.next());
  }
}

import { describe, expect, it } from "vitest";
import { withSide } from "~/domain/procedure-side";

describe("the side of a procedure", () => {
  it("is said in full, once", () => {
    expect(withSide("Hernia repair", "left")).toBe("Hernia repair, left");
    expect(withSide("Left hernia repair", "left")).toBe("Left hernia repair");
    expect(withSide("Tonsillectomy", "bilateral")).toBe("Tonsillectomy, both sides");
    expect(withSide("Bilateral tonsillectomy", "bilateral")).toBe("Bilateral tonsillectomy");
    expect(withSide("Cystoscopy", "none")).toBe("Cystoscopy");
    expect(withSide("Cystoscopy", null)).toBe("Cystoscopy");
  });

  it("is not found within another word", () => {
    expect(withSide("Repair of cleft lip", "left")).toBe("Repair of cleft lip, left");
    expect(withSide("Upright plate removal", "right")).toBe("Upright plate removal, right");
  });

  it("is written out where it is abbreviated, and only where the code agrees", () => {
    expect(withSide("Total knee replacement (L)", "left")).toBe("Total knee replacement left");
    expect(withSide("Rt. hip arthroscopy", "right")).toBe("right hip arthroscopy");
    expect(withSide("L4/5 decompression", "left")).toBe("L4/5 decompression, left");
  });

  it("is never made to agree where words and code differ", () => {
    expect(withSide("Left total hip replacement", "right")).toBe(
      "Left total hip replacement (side to be checked: it is coded as right)",
    );
    expect(withSide("Bilateral cataract", "left")).toContain("side to be checked");
  });
});

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
    expect(withSide("Rt. hip arthroscopy", "right")).toBe("Right hip arthroscopy");
    expect(withSide("L4/5 decompression", "left")).toBe("L4/5 decompression, left");
  });

  it("is never made to agree where words and code differ", () => {
    expect(withSide("Left total hip replacement", "right")).toBe(
      "Left total hip replacement (side to be checked: it is coded as right)",
    );
    expect(withSide("Bilateral cataract", "left")).toContain("side to be checked");
  });

  it("is both where left and right are coded as both", () => {
    expect(withSide("Left and right cataract", "bilateral")).toBe("Left and right cataract");
    expect(withSide("L+R knee injection", "bilateral")).toBe("L+R knee injection, both sides");
    expect(withSide("L knee injection", "bilateral")).toBe(
      "L knee injection (side to be checked: it is coded as both sides)",
    );
  });

  it.each([
    ["Rt total hip replacement", "Right total hip replacement"],
    ["RIH repair", "RIH repair"],
    ["R inguinal hernia repair", "R inguinal hernia repair"],
    ["RT knee arthroscopy", "RT knee arthroscopy"],
  ])("is doubtful where %s is coded as left", (words, shown) => {
    expect(withSide(words, "left")).toBe(`${shown} (side to be checked: it is coded as left)`);
  });
});

describe("the side of a procedure that has no coded side", () => {
  it.each([
    ["Lt total knee replacement", "Left total knee replacement"],
    ["Hip arthroscopy, rt.", "Hip arthroscopy, right"],
    ["Total knee replacement (L)", "Total knee replacement left"],
    ["Cataract (R)", "Cataract right"],
    ["Bilat. tonsillectomy", "Bilateral tonsillectomy"],
    ["B/L varicose veins", "Bilateral varicose veins"],
  ])("is written out where %s can mean nothing else", (words, full) => {
    expect(withSide(words, null)).toBe(full);
  });

  it.each([
    "L total knee replacement",
    "Inguinal hernia repair R",
    "RT planning and biopsy",
    "LT ligament repair",
    "LIH repair",
    "L/R knee injection",
    "Foraminal decompression (L)",
    "Implant exchange (B)",
  ])("is never guessed in %s", (words) => {
    expect(withSide(words, null)).toBe(`${words} (side not stated: check)`);
  });

  it.each([
    ...["Left hernia repair", "L4/5 decompression", "L 4/5 discectomy", "L-spine fusion"],
    ...["Cystoscopy", "Repair of cleft lip", "Belt lipectomy", "Cholecystectomy", "LTP study"],
  ])("is left as it is in %s", (words) => {
    expect(withSide(words, null)).toBe(words);
  });

  it("is to be checked where two are said, or one that is coded as none", () => {
    expect(withSide("Left hip, Rt knee", null)).toBe("Left hip, right knee (side to be checked)");
    expect(withSide("Left hip, R knee", null)).toBe("Left hip, R knee (side to be checked)");
    expect(withSide("Lt hernia repair", "none")).toBe(
      "Left hernia repair (side to be checked: it is coded as having none)",
    );
    expect(withSide("Left and right cataract", null)).toBe("Left and right cataract");
    expect(withSide("Bilateral salpingo-oophorectomy", "none")).toBe("Bilateral salpingo-oophorectomy");
  });
});

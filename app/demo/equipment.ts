/** Sets that theatres share, by treatment function. */
export const EQUIPMENT: Readonly<Record<string, readonly string[]>> = {
  "100": ["LAP_STACK"],
  "101": ["LASER", "FLEXI_SCOPE"],
  "110": ["C_ARM", "ARTHRO_STACK"],
  "120": ["MICRODEBRIDER"],
  "130": ["PHACO"],
  "502": ["HYST_STACK"],
};

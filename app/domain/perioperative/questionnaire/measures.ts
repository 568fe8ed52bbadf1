/** Units in which people know their height and weight. 1 inch = 2.54 cm and 1 pound = 0.45359237 kg, both exact. */
const CM_OF_INCH = 2.54;
const KG_OF_POUND = 0.45359237;
const INCHES_OF_FOOT = 12;
const POUNDS_OF_STONE = 14;

const tenth = (amount: number) => Math.round(amount * 10) / 10;

/** Centimetres, to a tenth, of feet and inches. */
export const centimetres = (feet: number, inches: number): number =>
  tenth((feet * INCHES_OF_FOOT + inches) * CM_OF_INCH);

/** Kilograms, to a tenth, of stones and pounds. */
export const kilograms = (stones: number, pounds: number): number =>
  tenth((stones * POUNDS_OF_STONE + pounds) * KG_OF_POUND);

/** Whole small units, to the nearest, or so that what they make lies within a limit. */
type Rounding = "near" | "up" | "down";
const ROUND: Record<Rounding, (amount: number) => number> = {
  near: Math.round,
  up: Math.ceil,
  down: Math.floor,
};

/** `5 feet 9 inches`, in whole inches. */
export function feetAndInches(cm: number, rounding: Rounding = "near"): string {
  const inches = ROUND[rounding](cm / CM_OF_INCH);
  return `${Math.floor(inches / INCHES_OF_FOOT)} feet ${inches % INCHES_OF_FOOT} inches`;
}

/** `11 stone 7 pounds`, in whole pounds. */
export function stonesAndPounds(kg: number, rounding: Rounding = "near"): string {
  const pounds = ROUND[rounding](kg / KG_OF_POUND);
  return `${Math.floor(pounds / POUNDS_OF_STONE)} stone ${pounds % POUNDS_OF_STONE} pounds`;
}

/** `175cm (5 feet 9 inches)`, in whole inches. */
export const heightWords = (cm: number): string => `${cm}cm (${feetAndInches(cm)})`;

/** `73kg (11 stone 7 pounds)`, in whole pounds. */
export const weightWords = (kg: number): string => `${kg}kg (${stonesAndPounds(kg)})`;

const EXACT = 1e9;

/**
 * Body mass index in kg/m², to nine decimals: 128 kg at 160 cm are 50 and reach a border of 50, where the division alone
 * comes to 49.99999999999999.
 */
export const bodyMassIndex = (cm: number, kg: number): number =>
  Math.round((kg / (cm / 100) ** 2) * EXACT) / EXACT;

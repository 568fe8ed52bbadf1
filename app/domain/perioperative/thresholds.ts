/** Borders that the screening rules compare with, by the name that rules use (`cfg.NAME`). Words, limits and sources: app/facts/screening-thresholds.json. */
export const DEFAULT_THRESHOLDS = {
  fit_valid_days: 90,
  contact_every_days: 84,
  reminders_max: 2,
  adult_age: 18,
  green_max_age: 64,
  hb_threshold: 130,
  hba1c_high: 69,
  hba1c_age_days: 90,
  bp_sys_primary: 160,
  bp_dia_primary: 100,
  bp_sys_clinic: 180,
  bp_dia_clinic: 110,
  rcri_high: 2,
  sleep_features: 2,
  stopbang_high: 5,
  bmi_low: 18.5,
  bmi_over: 30,
  bmi_raised: 35,
  bmi_high: 40,
  bmi_very_high: 50,
  apfel_plan: 2,
  frailty_age: 65,
  cfs_frail: 5,
  activity_low: 34,
  mets_low: 4,
  audit_c_raised: 5,
  audit_c_high: 10,
  intermediate_age: 60,
};

export type ThresholdName = keyof typeof DEFAULT_THRESHOLDS;
export type Thresholds = Record<ThresholdName, number>;

export const THRESHOLD_NAMES = Object.keys(DEFAULT_THRESHOLDS) as ThresholdName[];

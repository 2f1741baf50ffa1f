import type { EmploymentForm, HouseholdType, IdType, Insurance, RetirementCategory, Sex } from './personnel-draft.ts'

/** The official Chinese and English word, which are written and shown; `typed-words.ts` has what offices type besides. */
export interface Words {
  zh: string
  en: string
}

export const insuranceWords: Readonly<Record<Insurance, Words>> = {
  PENSION: { zh: '养老', en: 'Pension' },
  MEDICAL: { zh: '医疗', en: 'Medical' },
  UNEMPLOYMENT: { zh: '失业', en: 'Unemployment' },
  WORK_INJURY: { zh: '工伤', en: 'Work injury' },
  MATERNITY: { zh: '生育', en: 'Maternity' },
}

export const idTypeWords: Readonly<Record<IdType, Words>> = {
  RESIDENT_ID: { zh: '居民身份证', en: 'Resident ID' },
  HMT_RESIDENCE_PERMIT: { zh: '港澳台居民居住证', en: 'Hong Kong, Macau or Taiwan residence permit' },
  HMT_TRAVEL_NUMBER: { zh: '港澳台居民来往内地通行证', en: 'Hong Kong, Macau or Taiwan travel permit' },
  FOREIGN_PERMANENT_RESIDENCE: { zh: '外国人永久居留身份证', en: 'Foreign permanent residence ID' },
  FOREIGN_PASSPORT_NUMBER: { zh: '外国护照', en: 'Foreign passport' },
}

export const sexWords: Readonly<Record<Sex, Words>> = {
  MALE: { zh: '男', en: 'Male' },
  FEMALE: { zh: '女', en: 'Female' },
}

export const householdTypeWords: Readonly<Record<HouseholdType, Words>> = {
  LOCAL_URBAN: { zh: '本市城镇', en: 'Local urban' },
  LOCAL_RURAL: { zh: '本市农村', en: 'Local rural' },
  NONLOCAL_URBAN: { zh: '外埠城镇', en: 'Non-local urban' },
  NONLOCAL_RURAL: { zh: '外埠农村', en: 'Non-local rural' },
  HMT_RESIDENT: { zh: '港澳台居民', en: 'Resident of Hong Kong, Macau or Taiwan' },
  FOREIGN_NATIONAL: { zh: '外籍人员', en: 'Foreign national' },
}

export const employmentFormWords: Readonly<Record<EmploymentForm, Words>> = {
  REGULAR: { zh: '在编', en: 'Regular' },
  CONTRACT: { zh: '合同制', en: 'Contract' },
  TEMPORARY: { zh: '临时', en: 'Temporary' },
  SEASONAL: { zh: '季节工', en: 'Seasonal' },
}

export const retirementCategoryWords: Readonly<Record<RetirementCategory, Words>> = {
  MALE: { zh: '男职工', en: 'Male' },
  FEMALE_55: { zh: '女职工（原55周岁）', en: 'Female, formerly 55' },
  FEMALE_50: { zh: '女职工（原50周岁）', en: 'Female, formerly 50' },
}

export const yesNoWords = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const satisfies Record<
  string,
  Words
>

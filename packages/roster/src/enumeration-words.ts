import { foldText } from './cell-text.ts'
import type { EmploymentForm, HouseholdType, IdType, Insurance, RetirementCategory, Sex } from './personnel-draft.ts'

/** The first two words are the official Chinese and English ones (used when writing); the rest is what offices type. */
export interface Words {
  zh: string
  en: string
  also: readonly string[]
}

export const insuranceWords: Readonly<Record<Insurance, Words>> = {
  PENSION: { zh: '养老', en: 'Pension', also: ['基本养老', '养老保险', '基本养老保险'] },
  MEDICAL: { zh: '医疗', en: 'Medical', also: ['基本医疗', '医疗保险', '基本医疗保险', '医保'] },
  UNEMPLOYMENT: { zh: '失业', en: 'Unemployment', also: ['失业保险'] },
  WORK_INJURY: { zh: '工伤', en: 'Work injury', also: ['工伤保险', 'injury'] },
  MATERNITY: { zh: '生育', en: 'Maternity', also: ['生育保险'] },
}

export const idTypeWords: Readonly<Record<IdType, Words>> = {
  RESIDENT_ID: {
    zh: '居民身份证',
    en: 'Resident ID',
    also: [
      '身份证',
      '二代身份证',
      '第二代身份证',
      '中国居民身份证',
      '居民身份证(户口簿)',
      '户口簿',
      'id card',
      'resident identity card',
      'RESIDENT_ID',
    ],
  },
  HMT_RESIDENCE_PERMIT: {
    zh: '港澳台居民居住证',
    en: 'Hong Kong, Macau or Taiwan residence permit',
    also: [
      '港澳居民居住证',
      '台湾居民居住证',
      '香港居民居住证',
      '澳门居民居住证',
      '港澳台居住证',
      '居住证',
      'HMT_RESIDENCE_PERMIT',
    ],
  },
  HMT_TRAVEL_NUMBER: {
    zh: '港澳台居民来往内地通行证',
    en: 'Hong Kong, Macau or Taiwan travel permit',
    also: [
      '港澳居民来往内地通行证',
      '台湾居民来往大陆通行证',
      '来往内地通行证',
      '港澳通行证',
      '港澳台通行证',
      '通行证',
      '回乡证',
      '台胞证',
      'HMT_TRAVEL_NUMBER',
    ],
  },
  FOREIGN_PERMANENT_RESIDENCE: {
    zh: '外国人永久居留身份证',
    en: 'Foreign permanent residence ID',
    also: ['外国人永久居留证', '永久居留身份证', '永久居留证', '外国人居留证', 'FOREIGN_PERMANENT_RESIDENCE'],
  },
  FOREIGN_PASSPORT_NUMBER: {
    zh: '外国护照',
    en: 'Foreign passport',
    also: ['护照', '外国人护照', '外籍护照', 'passport', 'FOREIGN_PASSPORT_NUMBER'],
  },
}

// The digits are the codes of GB/T 2261.1: 1 male, 2 female.
export const sexWords: Readonly<Record<Sex, Words>> = {
  MALE: { zh: '男', en: 'Male', also: ['男性', 'm', '1', '1-男', '1男', '男士'] },
  FEMALE: { zh: '女', en: 'Female', also: ['女性', 'f', '2', '2-女', '2女', '女士'] },
}

export const householdTypeWords: Readonly<Record<HouseholdType, Words>> = {
  LOCAL_URBAN: { zh: '本市城镇', en: 'Local urban', also: ['LOCAL_URBAN'] },
  LOCAL_RURAL: { zh: '本市农村', en: 'Local rural', also: ['LOCAL_RURAL'] },
  NONLOCAL_URBAN: { zh: '外埠城镇', en: 'Non-local urban', also: ['NONLOCAL_URBAN'] },
  NONLOCAL_RURAL: { zh: '外埠农村', en: 'Non-local rural', also: ['NONLOCAL_RURAL'] },
  HMT_RESIDENT: {
    zh: '港澳台居民',
    en: 'Resident of Hong Kong, Macau or Taiwan',
    also: ['港澳台', '港澳', '台港澳', '香港', '澳门', '台湾', '台胞', 'HMT', 'Hong Kong', 'Macau', 'Macao', 'Taiwan'],
  },
  FOREIGN_NATIONAL: {
    zh: '外籍人员',
    en: 'Foreign national',
    also: ['外籍', '外国', '外国籍', '外国人', '外籍人', '外籍员工', '外国公民', 'foreign', 'foreigner'],
  },
}

export const employmentFormWords: Readonly<Record<EmploymentForm, Words>> = {
  REGULAR: {
    zh: '在编',
    en: 'Regular',
    also: [
      '正式',
      '正式工',
      '正式员工',
      '正式职工',
      '正式在编',
      '在编人员',
      '在编职工',
      '编制内',
      '有编制',
      '固定工',
      '固定职工',
      '在册',
      '在职在编',
      'permanent',
    ],
  },
  CONTRACT: {
    zh: '合同制',
    en: 'Contract',
    also: [
      '合同',
      '合同工',
      '合同制职工',
      '合同制员工',
      '合同制工人',
      '合同制人员',
      '劳动合同',
      '劳动合同制',
      '签订劳动合同',
      '聘用',
      '聘用制',
      '聘用人员',
      '聘任制',
      '固定期限',
      '无固定期限',
      '固定期限合同',
      '无固定期限合同',
      '固定期限劳动合同',
      '无固定期限劳动合同',
      'contractual',
    ],
  },
  TEMPORARY: {
    zh: '临时',
    en: 'Temporary',
    also: [
      '临时工',
      '临时用工',
      '临时人员',
      '临时性',
      '临聘',
      '临聘人员',
      '短期',
      '短期工',
      '小时工',
      '钟点工',
      '非全日制',
      '非全日制用工',
      'casual',
      'temp',
    ],
  },
  SEASONAL: { zh: '季节工', en: 'Seasonal', also: ['季节', '季节性', '季节性用工', '季节用工'] },
}

export const retirementCategoryWords: Readonly<Record<RetirementCategory, Words>> = {
  MALE: { zh: '男职工', en: 'Male', also: ['男', '男60', '男60周岁', '男性', '60'] },
  FEMALE_55: {
    zh: '女职工（原55周岁）',
    en: 'Female, formerly 55',
    also: [
      '女55',
      '女55周岁',
      '女干部',
      '女职工55',
      '女职工55周岁',
      '原55周岁',
      '管理技术岗位',
      '管理岗',
      '管理岗位',
      '技术岗位',
      '55',
      '55周岁',
      'FEMALE_55',
    ],
  },
  FEMALE_50: {
    zh: '女职工（原50周岁）',
    en: 'Female, formerly 50',
    also: [
      '女50',
      '女50周岁',
      '女工人',
      '女职工50',
      '女职工50周岁',
      '原50周岁',
      '生产操作岗位',
      '工人岗',
      '工人岗位',
      '操作岗位',
      '50',
      '50周岁',
      'FEMALE_50',
    ],
  },
}

export const yesNoWords = {
  yes: {
    zh: '是',
    en: 'Yes',
    also: [
      '有',
      '√',
      '✓',
      '✔',
      '☑',
      'y',
      '1',
      't',
      'true',
      '对',
      '参保',
      '已参保',
      '参加',
      '已参加',
      '缴纳',
      '已缴',
      '在缴',
      '缴',
      '正常',
      '正常参保',
      '正常缴费',
      '应参保',
      '已签',
      '已签字',
      '已签名',
      '是的',
    ],
  },
  no: {
    zh: '否',
    en: 'No',
    also: [
      '无',
      '×',
      '✗',
      '✘',
      '☒',
      'x',
      'n',
      '0',
      'f',
      'false',
      '没有',
      '不',
      '未参保',
      '不参保',
      '未参加',
      '不参加',
      '未缴',
      '不缴',
      '未缴纳',
      '不缴纳',
      '停保',
      '免缴',
      '未签',
      '未签字',
      '不是',
    ],
  },
} as const satisfies Record<string, Words>

/** A look-up from any known word, folded, to its value. */
export function wordIndex<T extends string>(words: Readonly<Record<T, Words>>): ReadonlyMap<string, T> {
  const index = new Map<string, T>()
  for (const value of Object.keys(words) as T[]) {
    const entry = words[value]
    for (const word of [entry.zh, entry.en, value, ...entry.also]) index.set(foldText(word), value)
  }
  return index
}

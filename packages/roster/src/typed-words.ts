import {
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  insuranceWords,
  retirementCategoryWords,
  sexWords,
  yesNoWords,
} from './enumeration-words.ts'
import type { Words } from './enumeration-words.ts'
import type { EmploymentForm, HouseholdType, IdType, Insurance, RetirementCategory, Sex } from './personnel-draft.ts'

/** A word with what is typed in its place. */
export interface TypedWords extends Words {
  also: readonly string[]
}

/** What offices type where the official word (`enumeration-words.ts`) is asked for. Pages that only show a list do without it. */
type Typed<T extends string> = Readonly<Record<T, readonly string[]>>

const insurance: Typed<Insurance> = {
  PENSION: ['基本养老', '养老保险', '基本养老保险'],
  MEDICAL: ['基本医疗', '医疗保险', '基本医疗保险', '医保'],
  UNEMPLOYMENT: ['失业保险'],
  WORK_INJURY: ['工伤保险', 'injury'],
  MATERNITY: ['生育保险'],
}

const idType: Typed<IdType> = {
  RESIDENT_ID: [
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
  HMT_RESIDENCE_PERMIT: [
    '港澳居民居住证',
    '台湾居民居住证',
    '香港居民居住证',
    '澳门居民居住证',
    '港澳台居住证',
    '居住证',
    'HMT_RESIDENCE_PERMIT',
  ],
  HMT_TRAVEL_NUMBER: [
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
  FOREIGN_PERMANENT_RESIDENCE: [
    '外国人永久居留证',
    '永久居留身份证',
    '永久居留证',
    '外国人居留证',
    'FOREIGN_PERMANENT_RESIDENCE',
  ],
  FOREIGN_PASSPORT_NUMBER: ['护照', '外国人护照', '外籍护照', 'passport', 'FOREIGN_PASSPORT_NUMBER'],
}

// The digits are the codes of GB/T 2261.1: 1 male, 2 female.
const sex: Typed<Sex> = {
  MALE: ['男性', 'm', '1', '1-男', '1男', '男士'],
  FEMALE: ['女性', 'f', '2', '2-女', '2女', '女士'],
}

const householdType: Typed<HouseholdType> = {
  LOCAL_URBAN: ['LOCAL_URBAN'],
  LOCAL_RURAL: ['LOCAL_RURAL'],
  NONLOCAL_URBAN: ['NONLOCAL_URBAN'],
  NONLOCAL_RURAL: ['NONLOCAL_RURAL'],
  HMT_RESIDENT: [
    '港澳台',
    '港澳',
    '台港澳',
    '香港',
    '澳门',
    '台湾',
    '台胞',
    'HMT',
    'Hong Kong',
    'Macau',
    'Macao',
    'Taiwan',
  ],
  FOREIGN_NATIONAL: ['外籍', '外国', '外国籍', '外国人', '外籍人', '外籍员工', '外国公民', 'foreign', 'foreigner'],
}

const employmentForm: Typed<EmploymentForm> = {
  REGULAR: [
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
  CONTRACT: [
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
  TEMPORARY: [
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
  SEASONAL: ['季节', '季节性', '季节性用工', '季节用工'],
}

const retirementCategory: Typed<RetirementCategory> = {
  MALE: ['男', '男60', '男60周岁', '男性', '60'],
  FEMALE_55: [
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
  FEMALE_50: [
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
}

const yesNo: Typed<'yes' | 'no'> = {
  yes: [
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
  no: [
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
}

function together<T extends string>(
  official: Readonly<Record<T, Words>>,
  typed: Typed<T>,
): Readonly<Record<T, TypedWords>> {
  const entries = Object.entries<Words>(official).map(([value, { zh, en }]) => [
    value,
    { zh, en, also: typed[value as T] },
  ])
  return Object.fromEntries(entries) as Record<T, TypedWords>
}

/** Each official word with what is typed in its place: for reading tables. */
export const typedWords = {
  insurance: together(insuranceWords, insurance),
  idType: together(idTypeWords, idType),
  sex: together(sexWords, sex),
  householdType: together(householdTypeWords, householdType),
  employmentForm: together(employmentFormWords, employmentForm),
  retirementCategory: together(retirementCategoryWords, retirementCategory),
  yesNo: together(yesNoWords, yesNo),
}

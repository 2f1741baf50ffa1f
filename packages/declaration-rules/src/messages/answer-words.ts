import { idTypeWords } from '@shebao/roster'
import type { UnitSection } from '../unit-choices.ts'
import type { Language } from './field-names.ts'

type Pair = readonly [zh: string, en: string]

/** Answers that are chosen from a list, by field. Industries are the sections of GB/T 4754-2017. */
const ANSWER_WORDS: Readonly<Record<string, Readonly<Record<string, Pair>>>> = {
  unitType: {
    ENTERPRISE: ['企业', 'Enterprise'],
    INSTITUTION: ['事业单位', 'Public institution'],
    ORGAN: ['机关', 'Government organ'],
    SOCIAL_GROUP: ['社会团体', 'Social group'],
    PRIVATE_NON_ENTERPRISE: ['民办非企业单位', 'Private non-enterprise unit'],
    INDIVIDUAL_BUSINESS: ['有雇工的个体工商户', 'Individual business with employees'],
    COOPERATIVE: ['农民专业合作社', 'Farmers’ cooperative'],
    OTHER: ['其他', 'Other'],
  },
  industry: {
    A: ['农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'],
    B: ['采矿业', 'Mining'],
    C: ['制造业', 'Manufacturing'],
    D: ['电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'],
    E: ['建筑业', 'Construction'],
    F: ['批发和零售业', 'Wholesale and retail'],
    G: ['交通运输、仓储和邮政业', 'Transport, storage and post'],
    H: ['住宿和餐饮业', 'Accommodation and catering'],
    I: ['信息传输、软件和信息技术服务业', 'Information transmission, software and IT services'],
    J: ['金融业', 'Finance'],
    K: ['房地产业', 'Real estate'],
    L: ['租赁和商务服务业', 'Leasing and business services'],
    M: ['科学研究和技术服务业', 'Research and technical services'],
    N: ['水利、环境和公共设施管理业', 'Water, environment and public facilities'],
    O: ['居民服务、修理和其他服务业', 'Household services, repair and other services'],
    P: ['教育', 'Education'],
    Q: ['卫生和社会工作', 'Health and social work'],
    R: ['文化、体育和娱乐业', 'Culture, sports and entertainment'],
    S: ['公共管理、社会保障和社会组织', 'Public administration, social security and organisations'],
    T: ['国际组织', 'International organisations'],
  },
  paymentStatus: {
    PAID: ['已缴清', 'Paid up'],
    DEFERRED: ['缓缴', 'Deferred'],
    ARREARS: ['欠缴', 'In arrears'],
  },
  benefitStatus: {
    PAID: ['正常支付', 'Paid'],
    WITHHELD: ['停发', 'Withheld'],
  },
}

const SECTION_NAMES: Readonly<Record<UnitSection, Pair>> = {
  basics: ['单位基本信息', 'The unit'],
  people: ['法定代表人与经办人', 'Legal representative and handler'],
  bank: ['开户银行', 'Bank account'],
  headcount: ['职工人数', 'Headcount'],
  insured: ['参保人数', 'Insured people'],
  wages: ['工资与缴费基数', 'Wages and bases'],
  payments: ['缴费与待遇', 'Payments and benefits'],
  branches: ['分支机构', 'Branches'],
  selfCheck: ['自查情况', 'Self-check'],
  truth: ['真实性承诺', 'Declaration of truth'],
}

/** The word for a chosen answer (`ENTERPRISE` → 企业); the answer itself where there is none. */
export function answerName(field: string, answer: string, language: Language): string {
  const at = language === 'zh-CN' ? 0 : 1
  if (field === 'legalRepresentativeIdType' || field === 'idType') {
    const word = Object.entries(idTypeWords).find(([type]) => type === answer)?.[1]
    return word === undefined ? answer : ([word.zh, word.en][at] ?? answer)
  }
  if (field === 'injuryClass') return language === 'zh-CN' ? `${answer}类` : `Class ${answer}`
  return ANSWER_WORDS[field]?.[answer]?.[at] ?? answer
}

export function sectionName(section: UnitSection, language: Language): string {
  return SECTION_NAMES[section][language === 'zh-CN' ? 0 : 1]
}

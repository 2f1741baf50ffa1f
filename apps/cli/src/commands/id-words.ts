import type { FailureCode, IdentifierFacts, IdentifierType, InvalidIdentifier, Warning } from '@shebao/identifiers'
import type { Language } from '../language.ts'

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

export const TYPE_WORDS: Words<IdentifierType | 'UNKNOWN'> = {
  'zh-CN': {
    RESIDENT_ID: '公民身份号码',
    HMT_RESIDENCE_PERMIT: '港澳台居民居住证号码',
    HMT_TRAVEL_NUMBER: '港澳台居民社会保障号码（通行证）',
    FOREIGN_PERMANENT_RESIDENCE: '外国人永久居留身份证号码',
    FOREIGN_PASSPORT_NUMBER: '外国人社会保障号码（护照）',
    CREDIT_CODE: '统一社会信用代码',
    LOCAL_REGISTRATION_NUMBER: '社会保险登记证号',
    CARD_NUMBER: '社会保障卡卡号',
    BANK_CARD: '银行卡号',
    UNIT_ACCOUNT: '单位银行账号',
    MOBILE: '手机号码',
    FIXED_PHONE: '固定电话',
    REGION: '行政区划代码',
    PERSON_NAME: '姓名',
    UNKNOWN: '无法识别的号码',
  },
  en: {
    RESIDENT_ID: 'Resident ID number',
    HMT_RESIDENCE_PERMIT: 'Residence permit number (Hong Kong, Macau, Taiwan)',
    HMT_TRAVEL_NUMBER: 'Social security number from a travel permit',
    FOREIGN_PERMANENT_RESIDENCE: 'Foreigner’s permanent residence ID number',
    FOREIGN_PASSPORT_NUMBER: 'Social security number from a passport',
    CREDIT_CODE: 'Unified social credit code',
    LOCAL_REGISTRATION_NUMBER: 'Social insurance registration number',
    CARD_NUMBER: 'Social security card number',
    BANK_CARD: 'Bank card number',
    UNIT_ACCOUNT: 'Unit bank account',
    MOBILE: 'Mobile number',
    FIXED_PHONE: 'Fixed telephone number',
    REGION: 'Administrative division code',
    PERSON_NAME: 'Personal name',
    UNKNOWN: 'No identifier known here',
  },
}

/** The form each kind must have: what FORMAT asks for. */
const FORM_WORDS: Words<IdentifierType | 'UNKNOWN'> = {
  'zh-CN': {
    RESIDENT_ID: '应为18位：前17位为数字，末位为数字或X',
    HMT_RESIDENCE_PERMIT: '应为18位，以810000、820000或830000开头，末位为数字或X',
    HMT_TRAVEL_NUMBER: '应为HKG、MAC或TWN加9位数字',
    FOREIGN_PERMANENT_RESIDENCE: '应为以9开头的18位号码，或3位国家代码加12位数字（2017版）',
    FOREIGN_PASSPORT_NUMBER: '应为3位国家代码、1位预留数字加4至14位证件号码，不含符号',
    CREDIT_CODE: '应为18位数字或大写字母，不使用I、O、S、V、Z，第3至8位为数字',
    LOCAL_REGISTRATION_NUMBER: '应为6至20位数字或大写字母',
    CARD_NUMBER: '应为9位：1位字母或数字加8位数字',
    BANK_CARD: '应为12至19位数字',
    UNIT_ACCOUNT: '应为8至30位数字',
    MOBILE: '应为11位数字，第1位为1，第2位为3至9',
    FIXED_PHONE: '应为区号加7至8位号码，如0532-82345678',
    REGION: '应为6位数字',
    PERSON_NAME: '应为不超过30个汉字（间隔号“·”不得在首尾或连用），或2至60个拉丁字母',
    UNKNOWN: '不符合任何一种号码的格式',
  },
  en: {
    RESIDENT_ID: 'It should have 18 characters: 17 digits, then a digit or X.',
    HMT_RESIDENCE_PERMIT: 'It should have 18 characters, begin with 810000, 820000 or 830000 and end in a digit or X.',
    HMT_TRAVEL_NUMBER: 'It should be HKG, MAC or TWN and 9 digits.',
    FOREIGN_PERMANENT_RESIDENCE:
      'It should be 18 characters beginning with 9, or 3 country letters and 12 digits (2017 version).',
    FOREIGN_PASSPORT_NUMBER:
      'It should be 3 country letters, a reserve digit and 4 to 14 letters or digits without symbols.',
    CREDIT_CODE: 'It should be 18 digits or letters other than I, O, S, V, Z, the 3rd to 8th being digits.',
    LOCAL_REGISTRATION_NUMBER: 'It should be 6 to 20 digits or letters.',
    CARD_NUMBER: 'It should be a letter or digit and 8 digits.',
    BANK_CARD: 'It should be 12 to 19 digits.',
    UNIT_ACCOUNT: 'It should be 8 to 30 digits.',
    MOBILE: 'It should be 11 digits: 1, then 3 to 9, then any nine.',
    FIXED_PHONE: 'It should be an area code and 7 or 8 digits, for example 0532-82345678.',
    REGION: 'It should be 6 digits.',
    PERSON_NAME: 'It should be up to 30 Han characters (· neither first, last nor doubled), or 2 to 60 Latin letters.',
    UNKNOWN: 'It has the form of no identifier.',
  },
}

const FAILURE_WORDS: Words<Exclude<FailureCode, 'FORMAT'>> = {
  'zh-CN': {
    REGION: '号码中的地区或国家代码不存在',
    BIRTH_DATE: '号码中的出生日期不存在，或晚于今天',
    CHECKSUM: '校验码不符，请核对每一位',
  },
  en: {
    REGION: 'The region or country in it does not exist.',
    BIRTH_DATE: 'The birth date in it is no day of the calendar, or lies after today.',
    CHECKSUM: 'The check character does not agree with the rest; look at every digit again.',
  },
}

/** What is wrong with an identifier and what would be right, in one or two sentences. */
export function wordFailure(language: Language, failure: InvalidIdentifier | undefined): string {
  if (failure === undefined) return FORM_WORDS[language].UNKNOWN
  const words = failure.code === 'FORMAT' ? FORM_WORDS[language][failure.type] : FAILURE_WORDS[language][failure.code]
  if (failure.expected === undefined) return words
  const isWhole = failure.code === 'FORMAT'
  if (language === 'zh-CN') return `${words}；${isWhole ? '应填写' : '末位应为'}${failure.expected}`
  return `${words} ${isWhole ? 'Meant, perhaps:' : 'Last expected:'} ${failure.expected}`
}

export function wordWarning(language: Language, { code, params }: Warning): string {
  const isChinese = language === 'zh-CN'
  switch (code) {
    case 'UNKNOWN_REGION':
      return isChinese
        ? `行政区划代码${params['region']}未见于历年名录，请核对`
        : `Division code ${params['region']} is in no list since 1980; please check it.`
    case 'RARE_NAME':
      return isChinese ? '姓名只有一个字，少见，请核对' : 'A name of one character is rare; please check it.'
    case 'ORG_CODE_CHECKSUM':
      return isChinese
        ? `主体标识码${params['organisation']}的校验码不符（应为${params['expected']}）`
        : `The organisation code ${params['organisation']} inside has another check character (${params['expected']}).`
  }
}

export const VERDICT_WORDS: Words<'valid' | 'invalid' | 'value' | 'warning' | 'alternatives'> = {
  'zh-CN': { valid: '有效', invalid: '无效', value: '规范写法', warning: '提示', alternatives: '作为下列号码则有效' },
  en: {
    valid: 'valid',
    invalid: 'not valid',
    value: 'Normalised',
    warning: 'Warning',
    alternatives: 'It would be valid as',
  },
}

export const FACT_WORDS: Words<keyof IdentifierFacts> = {
  'zh-CN': {
    sex: '性别',
    birthDate: '出生日期',
    region: '地区',
    country: '国家（地区）',
    legacyNumber: '原15位号码',
    areaCode: '区号',
    script: '文字',
  },
  en: {
    sex: 'Sex',
    birthDate: 'Birth date',
    region: 'Region',
    country: 'Country or territory',
    legacyNumber: '15-digit number',
    areaCode: 'Area code',
    script: 'Script',
  },
}

export const VALUE_WORDS: Words<'MALE' | 'FEMALE' | 'HAN' | 'LATIN'> = {
  'zh-CN': { MALE: '男', FEMALE: '女', HAN: '汉字', LATIN: '拉丁字母' },
  en: { MALE: 'male', FEMALE: 'female', HAN: 'Han', LATIN: 'Latin' },
}

export const USAGE_WORDS: Words<'usage' | 'number' | 'type' | 'today' | 'lang'> = {
  'zh-CN': {
    usage: '用法：shebao id 号码 [--json] [--type 类型] [--today YYYY-MM-DD] [--lang zh-CN|en]',
    number: '请给出一个号码（含空格的请加引号，以“-”开头的请在前面写“--”）。',
    type: '类型应为下列之一：',
    today: '--today 应为真实日期，格式 YYYY-MM-DD。',
    lang: '--lang 应为 zh-CN 或 en。',
  },
  en: {
    usage: 'Usage: shebao id NUMBER [--json] [--type TYPE] [--today YYYY-MM-DD] [--lang zh-CN|en]',
    number: 'Give one number (quote it if it has spaces; write -- before one that begins with a hyphen).',
    type: 'TYPE is one of: ',
    today: '--today takes a real date, YYYY-MM-DD.',
    lang: '--lang takes zh-CN or en.',
  },
}

import type { Wording } from '@shebao/kernel'
import { checkStaffName, checkStaffNumber } from '../features/office/session/index.ts'
import type { AdministratorProblem } from '../features/office/session/index.ts'
import { checkParticular, particularNames } from '../features/register/office/index.ts'
import type { ParticularName, ParticularProblem } from '../features/register/office/index.ts'

export type FieldName = ParticularName | 'adminNo' | 'adminName'
export type Problem = ParticularProblem | AdministratorProblem

export interface Field {
  name: FieldName
  /** As it is given on the command line. */
  option: string
  label: Wording
  check(input: string): { value: string } | { problem: Problem }
}

const options: Readonly<Record<ParticularName, readonly [option: string, zh: string, en: string]>> = {
  region: ['region', '统筹地区代码（六位，如 110000）', 'Region (six digits, such as 110000)'],
  nameZh: ['name-zh', '机构中文名称', 'Name in Chinese'],
  nameEn: ['name-en', '机构英文名称', 'Name in English'],
  addressZh: ['address-zh', '中文地址', 'Address in Chinese'],
  addressEn: ['address-en', '英文地址', 'Address in English'],
  phone: ['phone', '对外电话（带区号，或 12333）', 'Telephone (with area code, or 12333)'],
  sealText: ['seal', '印章文字', 'Words of the seal'],
  payeeNumber: ['payee-number', '基金收入户账号', 'Account number of the fund’s income account'],
  payeeName: ['payee-name', '收入户户名', 'Name of that account'],
  payeeBank: ['payee-bank', '收入户开户行', 'Bank of that account'],
}

export const particularFields: readonly Field[] = particularNames.map((name) => {
  const [option, zh, en] = options[name]
  return { name, option, label: { 'zh-CN': zh, en }, check: (input) => checkParticular(name, input) }
})

export const administratorFields: readonly Field[] = [
  {
    name: 'adminNo',
    option: 'admin-no',
    label: {
      'zh-CN': '首位管理员工号（2 至 20 位字母或数字）',
      en: 'Staff number of the first administrator (2 to 20 letters and digits)',
    },
    check: checkStaffNumber,
  },
  {
    name: 'adminName',
    option: 'admin-name',
    label: { 'zh-CN': '首位管理员姓名', en: 'Name of the first administrator' },
    check: checkStaffName,
  },
]

export const problemWords: Readonly<Record<Problem, Wording>> = {
  MISSING: { 'zh-CN': '未填写。', en: 'is missing.' },
  TOO_LONG: { 'zh-CN': '过长。', en: 'is too long.' },
  UNPRINTABLE: { 'zh-CN': '含有无法打印的字符。', en: 'holds characters that cannot be printed.' },
  NOT_CHINESE: { 'zh-CN': '须为中文。', en: 'must be in Chinese.' },
  NOT_LATIN: { 'zh-CN': '须为英文。', en: 'must be in English.' },
  UNKNOWN_REGION: { 'zh-CN': '不是 GB/T 2260 中的行政区划代码。', en: 'is no region code of GB/T 2260.' },
  NO_TELEPHONE: {
    'zh-CN': '不是固定电话（例如 010-12345678）或服务号码。',
    en: 'is neither a fixed telephone such as 010-12345678 nor a service number.',
  },
  NO_ACCOUNT_NUMBER: { 'zh-CN': '须为 8 至 30 位数字。', en: 'has 8 to 30 digits.' },
  NO_STAFF_NUMBER: { 'zh-CN': '须为 2 至 20 位字母或数字。', en: 'has 2 to 20 letters and digits.' },
  NO_NAME: { 'zh-CN': '不是姓名。', en: 'is no name of a person.' },
}

import {
  checkCreditCode,
  checkIdentifier,
  checkPersonIdentifier,
  checkRegistrationNumber,
  checkUnitAccount,
} from '@shebao/identifiers'
import { answerName, INDUSTRIES, UNIT_TYPES } from '@shebao/declaration-rules'
import { INJURY_CLASSES } from '@shebao/kernel'
import { typedWords } from '@shebao/roster'
import type { TypedWords } from '@shebao/roster'
import type { Columns, RowOf } from '../column.ts'
import { identifierProblem } from '../identifier-problem.ts'
import { rowError, rowWarning } from '../row-problem.ts'
import type { RowProblem } from '../row-problem.ts'

/** Industries are also told by the letter of their section. */
const wordsOf = (field: string, codes: readonly string[]): Readonly<Record<string, TypedWords>> =>
  Object.fromEntries(
    codes.map((code) => [code, { zh: answerName(field, code, 'zh-CN'), en: answerName(field, code, 'en'), also: [] }]),
  )

export const employerColumns = {
  registrationNo: {
    type: 'NUMBER_TEXT',
    zh: '社会保险登记号',
    en: 'Registration number',
    also: ['登记证号', '社保登记号', '社会保险登记证编号', '单位编号', 'unit number'],
    required: true,
    longest: 20,
    sample: '11010800001',
  },
  creditCode: {
    type: 'NUMBER_TEXT',
    zh: '统一社会信用代码',
    en: 'Credit code',
    also: ['信用代码', '社会信用代码', 'uscc'],
    required: true,
    sample: '91110108MA01ABCD1Y',
  },
  name: {
    type: 'TEXT',
    zh: '单位名称',
    en: 'Name',
    also: ['名称', '用人单位', '单位'],
    required: true,
    longest: 100,
    sample: '示例有限公司',
  },
  unitType: {
    type: 'CHOICE',
    zh: '单位类型',
    en: 'Unit type',
    also: ['单位性质'],
    words: wordsOf('unitType', UNIT_TYPES),
    required: true,
    sample: '企业',
  },
  industry: {
    type: 'CHOICE',
    zh: '行业门类',
    en: 'Industry',
    also: ['行业', '所属行业', '行业类别'],
    words: wordsOf('industry', INDUSTRIES),
    required: true,
    sample: '制造业',
  },
  injuryClass: {
    type: 'INTEGER',
    zh: '工伤风险类别',
    en: 'Injury class',
    also: ['工伤类别', '行业风险类别'],
    required: true,
    sample: '4',
  },
  injuryRate: {
    type: 'RATE',
    zh: '工伤浮动费率（%）',
    en: 'Injury rate (%)',
    also: ['工伤费率', '浮动费率'],
    sample: '',
  },
  registeredOn: {
    type: 'DATE',
    zh: '登记日期',
    en: 'Registered on',
    also: ['参保登记日期', '成立日期', '开户日期'],
    required: true,
    sample: '2015-06-01',
  },
  registeredAddress: {
    type: 'TEXT',
    zh: '注册地址',
    en: 'Registered address',
    also: ['地址', '单位地址'],
    required: true,
    sample: '北京市海淀区示例路1号',
  },
  region: {
    type: 'NUMBER_TEXT',
    zh: '统筹地区代码',
    en: 'Region',
    also: ['统筹区', '行政区划代码'],
    longest: 6,
    sample: '',
  },
  district: {
    type: 'NUMBER_TEXT',
    zh: '所属区县代码',
    en: 'District',
    also: ['所属区县', '区县代码', '所在区', 'district code'],
    longest: 6,
    sample: '110108',
  },
  legalRepName: {
    type: 'TEXT',
    zh: '法定代表人',
    en: 'Legal representative',
    also: ['法人', '法人代表', '负责人'],
    required: true,
    personal: true,
    longest: 60,
    sample: '王示例',
  },
  legalRepIdType: {
    type: 'CHOICE',
    zh: '法定代表人证件类型',
    en: 'Representative’s ID type',
    words: typedWords.idType,
    sample: '居民身份证',
  },
  legalRepIdNumber: {
    type: 'NUMBER_TEXT',
    zh: '法定代表人证件号码',
    en: 'Representative’s ID number',
    also: ['法人身份证号', '法定代表人身份证号'],
    required: true,
    personal: true,
    sample: '110105194912310021',
  },
  legalRepPhone: {
    type: 'NUMBER_TEXT',
    zh: '法定代表人电话',
    en: 'Representative’s telephone',
    also: ['法人电话', '联系电话'],
    required: true,
    personal: true,
    longest: 20,
    sample: '13800000000',
  },
  bankName: {
    type: 'TEXT',
    zh: '开户银行',
    en: 'Bank',
    also: ['开户行'],
    required: true,
    longest: 100,
    sample: '示例银行海淀支行',
  },
  bankAccountName: {
    type: 'TEXT',
    zh: '银行户名',
    en: 'Account name',
    also: ['户名', '账户名称'],
    longest: 100,
    sample: '',
  },
  bankAccount: {
    type: 'NUMBER_TEXT',
    zh: '银行账号',
    en: 'Account number',
    also: ['账号', '银行帐号', '帐号'],
    required: true,
    personal: true,
    sample: '11001000100012345678',
  },
} as const satisfies Columns

export type EmployerValues = RowOf<typeof employerColumns>

/** What a row of an employer says of itself; whether it is registered already is asked elsewhere. */
export function checkEmployer(
  values: EmployerValues,
  { today, region }: { today: string; region: string },
): RowProblem[] {
  const {
    registrationNo,
    creditCode,
    injuryClass,
    registeredOn,
    legalRepIdType,
    legalRepIdNumber,
    legalRepPhone,
    bankAccount,
  } = values
  const phone = legalRepPhone ?? ''
  return [
    ...(registrationNo === undefined
      ? []
      : identifierProblem('registrationNo', checkRegistrationNumber(registrationNo))),
    ...(creditCode === undefined ? [] : identifierProblem('creditCode', checkCreditCode(creditCode))),
    ...(injuryClass === undefined || INJURY_CLASSES.some((known) => known === injuryClass)
      ? []
      : [rowError('injuryClass', 'OUT_OF_RANGE', '1–8')]),
    ...(registeredOn !== undefined && registeredOn > today ? [rowError('registeredOn', 'IN_FUTURE')] : []),
    ...(values.region === undefined || values.region === region
      ? []
      : [rowError('region', 'OTHER_REGION', values.region)]),
    ...(legalRepIdNumber === undefined
      ? []
      : identifierProblem('legalRepIdNumber', checkPersonIdentifier(legalRepIdType, legalRepIdNumber, today))),
    ...(legalRepPhone === undefined ||
    checkIdentifier('MOBILE', phone, today).ok ||
    checkIdentifier('FIXED_PHONE', phone, today).ok
      ? []
      : [rowWarning('legalRepPhone', 'INVALID_NUMBER', 'TELEPHONE')]),
    ...(bankAccount === undefined ? [] : identifierProblem('bankAccount', checkUnitAccount(bankAccount))),
  ]
}

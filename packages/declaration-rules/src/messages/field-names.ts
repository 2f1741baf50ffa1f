import { insuranceWords, officialHeader, plainFields } from '@shebao/roster'
import { FIVE_INSURANCES, isOneOf } from '@shebao/kernel'
import type { UnitFieldName } from '../unit-form.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
type Pair = readonly [zh: string, en: string]

const UNIT_NAMES: Readonly<Record<UnitFieldName, Pair>> = {
  year: ['申报年度', 'Year'],
  unitName: ['单位名称', 'Unit name'],
  unitCode: ['社会保险登记证号', 'Registration number'],
  creditCode: ['统一社会信用代码', 'Unified social credit code'],
  unitType: ['单位类型', 'Unit type'],
  industry: ['所属行业', 'Industry'],
  injuryClass: ['工伤风险类别', 'Work-injury class'],
  registeredAddress: ['注册地址', 'Registered address'],
  actualAddressDiffers: ['实际经营地址与注册地址是否不同', 'Actual address differs from the registered one'],
  actualAddress: ['实际经营地址', 'Actual address'],
  legalRepresentativeName: ['法定代表人姓名', 'Legal representative'],
  legalRepresentativeIdType: ['法定代表人证件类型', 'Legal representative’s ID type'],
  legalRepresentativeIdNumber: ['法定代表人证件号码', 'Legal representative’s ID number'],
  legalRepresentativePhone: ['法定代表人联系电话', 'Legal representative’s phone'],
  handlerName: ['经办人姓名', 'Handler'],
  handlerPhone: ['经办人联系电话', 'Handler’s phone'],
  bankName: ['开户银行', 'Bank'],
  bankAccountName: ['银行户名', 'Account name'],
  bankAccountNumber: ['银行账号', 'Account number'],
  accountNameReason: ['户名与单位名称不一致的原因', 'Reason for the different account name'],
  staffTotal: ['职工总人数', 'Staff total'],
  staffRegular: ['在编职工人数', 'Regular staff'],
  staffContract: ['合同制职工人数', 'Contract staff'],
  staffTemporary: ['临时用工人数', 'Temporary staff'],
  staffSeasonal: ['季节工人数', 'Seasonal staff'],
  staffLocal: ['本市户籍人数', 'Local staff'],
  staffNonlocal: ['外埠户籍人数', 'Non-local staff'],
  staffUrban: ['城镇户籍人数', 'Urban staff'],
  staffRural: ['农村户籍人数', 'Rural staff'],
  retirees: ['离退休人数', 'Retirees'],
  insuredCount: ['参保人数', 'Insured people'],
  insuredShortfallReason: ['未全员参保的原因', 'Reason not everybody is insured'],
  totalWagesLastYear: ['上年度职工工资总额', 'Total wages last year'],
  averageMonthlyWageLastYear: ['上年度月平均工资', 'Average monthly wage last year'],
  averageBaseThisYear: ['本年度平均缴费基数', 'Average base this year'],
  annualContributionBase: ['缴费基数合计', 'Sum of contribution bases'],
  paidLastYear: ['上年度实缴金额', 'Paid last year'],
  paidLastYearByLedger: ['上年度实缴金额（社保账目）', 'Paid last year by the ledger'],
  paidLastYearReason: ['实缴金额与账目不符的原因', 'Why paid last year differs from the ledger'],
  arrears: ['累计欠费本金', 'Cumulative arrears'],
  paymentStatus: ['缴费状态', 'Payment status'],
  paymentStatusMonths: ['缓缴或欠缴所属期', 'Months deferred or in arrears'],
  benefitStatus: ['待遇支付状态', 'Benefit payment status'],
  benefitStatusMonths: ['待遇停发所属期', 'Months of withheld benefits'],
  hasBranches: ['是否有分支机构', 'Has branches'],
  branches: ['分支机构', 'Branches'],
  underReported: ['是否存在少报、漏报人数或基数', 'Under-reported people or bases'],
  underReportedExplanation: ['少报、漏报情况说明', 'Explanation of under-reporting'],
  benefitFraud: ['是否存在骗取待遇情形', 'Benefit fraud'],
  benefitFraudExplanation: ['骗取待遇情况说明', 'Explanation of benefit fraud'],
  truthDeclared: ['真实性承诺', 'Declaration of truth'],
  signer: ['承诺人', 'Signer'],
  signedDate: ['承诺日期', 'Date signed'],
}

const BRANCH_NAMES: Readonly<Record<string, Pair>> = {
  name: ['名称', 'name'],
  head: ['负责人', 'head'],
  phone: ['联系电话', 'phone'],
  address: ['地址', 'address'],
}

/** Fields of the list as a whole, of the comparison and of a monthly change. */
const OTHER_NAMES: Readonly<Record<string, Pair>> = {
  list: ['人员名单', 'Personnel list'],
  rosterVersion: ['人员花名册', 'Roster'],
  openDifferences: ['比对差异', 'Differences'],
  changeType: ['变更类型', 'Change type'],
  insurances: ['险种', 'Insurances'],
  lastPayablePeriod: ['最后应缴所属期', 'Last payable period'],
  effectivePeriod: ['生效所属期', 'Effective period'],
  monthlyWage: ['月工资', 'Monthly wage'],
  infoField: ['变更项目', 'Item to change'],
  infoValue: ['变更后内容', 'New value'],
  reason: ['变更原因', 'Reason'],
}

const PERSONNEL_FIELDS = [...plainFields, 'participation', 'exemptionReasons'] as const

export function insuranceName(insurance: string, language: Language): string {
  const word = isOneOf(FIVE_INSURANCES, insurance) ? insuranceWords[insurance] : undefined
  if (word === undefined) return insurance
  return language === 'zh-CN' ? word.zh : word.en
}

/** The field as people call it; of a person exactly the column word of the spreadsheet (证件号码, 养老). */
export function fieldName(field: string, language: Language): string {
  const pick = (pair: Pair): string => pair[language === 'zh-CN' ? 0 : 1]
  const [head = '', part] = field.split('.')
  const branch = /^branches\[(\d+)\]$/u.exec(head)
  if (branch !== null && part !== undefined) {
    const number = Number(branch[1]) + 1
    const name = pick(BRANCH_NAMES[part] ?? [part, part])
    return language === 'zh-CN' ? `第${number}个分支机构的${name}` : `Branch ${number}, ${name}`
  }
  if (part !== undefined && head === 'participation') return insuranceName(part, language)
  if (Object.hasOwn(UNIT_NAMES, head)) return withInsurance(pick(UNIT_NAMES[head as UnitFieldName]), part, language)
  const other = OTHER_NAMES[head]
  if (other !== undefined) return pick(other)
  const personnel = PERSONNEL_FIELDS.find((name) => name === head)
  return personnel === undefined ? field : withInsurance(officialHeader(personnel, language), part, language)
}

function withInsurance(name: string, insurance: string | undefined, language: Language): string {
  if (insurance === undefined || insurance === '*') return name
  return language === 'zh-CN'
    ? `${insuranceName(insurance, language)}${name}`
    : `${name} (${insuranceName(insurance, language)})`
}

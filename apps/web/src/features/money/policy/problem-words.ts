import { isParameterName, PARAMETER_UNITS, parameterProblemReason, WORDS } from '@shebao/premium'
import type { Language } from '@shebao/kernel'
import type { ParameterDraft, ParameterFileProblem, ProposalProblem } from '@shebao/premium'
import { defineMessages, fillMessage } from '../../../shared/lib/messages.ts'
import { formatPeriod, formatYuan } from '../../../shared/lib/format.ts'

/** What the rules of a proposal say beyond those of a file: what is wrong, and what would be right. */
export const problemWords = defineMessages(
  {
    NO_ROWS: '方案里还没有参数。请添加参数，或从现行参数复制。',
    TOO_MANY_PROPOSED: '共 {found} 行，一个方案最多 {most} 行，请分成几个方案。',
    OVERLAP_PUBLISHED: '与已公布的同一参数（{from}至{to}）重叠，且不能接替它。请改为在其之后起始。',
    PERIOD_CLOSED: '{month}已经出单，所属期已关闭，已出单至{last}。请从{open}或以后起始。',
    TOO_FAR_BACK: '晚公布的标准只能追溯到本缴费年度，最早从{earliest}起，不能从{month}起。',
    LEAVES_GAP: '{month}起将没有这项参数。请延长终止所属期、留空，或补一行接续。',
    INCOMPLETE: '{month}的参数不齐，无法计算缴费：{missing}。请一并补上。',
    LIMITS_REVERSED: '{month}起，{insurance}的下限 {floor} 高于上限 {ceiling}。请核对两个数字。',
    NOT_AS_IMPLIED: '按公布的平均工资推算应为 {expected}。若文件确实如此，可以保留。',
    NOT_SIXTY_PERCENT: '按上限推算，平均工资的 60% 为 {expected}。若文件确实如此，可以保留。',
    LIMITS_DIFFER: '{month}起，各险种的{name}不一致：{limits}。若文件确实如此，可以保留；否则请补上漏掉的险种。',
    BIG_CHANGE: '由 {before} 变为 {after}，变化很大，请核对小数点。',
    NO_CHANGE: '与之前的取值相同。',
    NO_DOCUMENT: '没有文号。公布后凡用到之处都没有文件可查。',
    UNVERIFIED: '标为未核实，公布后凡用到之处都会提示。',
    REGION_RULE: '统筹区由方案决定。',
    VALUE_FEN: '“{found}”不是金额。请填元，最多两位小数，如 7162.00，且不小于 0。',
    VALUE_PPM: '“{found}”不是百分比。请填 0 至 100，最多四位小数，如 8 或 0.5。',
    NEEDED: '请填写。',
    open: '今',
    everything: '各类行业的费率或上下限',
  },
  {
    NO_ROWS: 'There are no parameters in it yet. Add one, or copy those in force.',
    TOO_MANY_PROPOSED: '{found} rows; a proposal has at most {most}. Make several proposals.',
    OVERLAP_PUBLISHED:
      'Overlaps the published row for the same rule ({from} to {to}) and cannot follow it. Begin after it begins.',
    PERIOD_CLOSED: '{month} has been billed and is closed; bills go up to {last}. Begin in {open} or later.',
    TOO_FAR_BACK: 'Late limits reach back to this payment year at most: begin in {earliest} or later, not in {month}.',
    LEAVES_GAP: 'From {month} on there would be no value. End it later, leave the end open, or add a row that follows.',
    INCOMPLETE: 'In {month} no premium could be worked out; missing: {missing}. Add it.',
    LIMITS_REVERSED: 'From {month} on the floor of {insurance}, {floor}, is above the ceiling, {ceiling}. Check both.',
    NOT_AS_IMPLIED: 'The published average wage implies {expected}. Keep it if the document says so.',
    NOT_SIXTY_PERCENT: 'By the ceiling, 60% of the average is {expected}. Keep it if the document says so.',
    LIMITS_DIFFER:
      'From {month} on the {name} differs between insurances: {limits}. Keep it if the document says so; otherwise add the insurance that was left out.',
    BIG_CHANGE: 'From {before} to {after}: a big change. Check the decimal point.',
    NO_CHANGE: 'The same as before.',
    NO_DOCUMENT: 'No document number: nothing to look it up by wherever it is used.',
    UNVERIFIED: 'Marked as not verified: wherever it is used this will be shown.',
    REGION_RULE: 'The region is the proposal’s.',
    VALUE_FEN: '“{found}” is no amount. Give yuan with at most two decimals, such as 7162.00, not below 0.',
    VALUE_PPM: '“{found}” is no percentage. Give 0 to 100 with at most four decimals, such as 8 or 0.5.',
    NEEDED: 'Please fill this in.',
    open: 'open',
    everything: 'rates of the industry classes, or limits',
  },
)

const months = new Set(['month', 'last', 'open', 'earliest', 'from', 'to'])
const amounts = new Set(['expected', 'floor', 'ceiling', 'before', 'after'])

type OwnCode = Exclude<keyof (typeof problemWords)['zh'], 'open' | 'everything' | 'NEEDED' | 'VALUE_FEN' | 'VALUE_PPM'>

const isOwn = (code: string): code is OwnCode => Object.hasOwn(problemWords.zh, code)

/** One problem of a proposal in words, in the units in which people type. */
export function proposalProblemText(
  problem: ProposalProblem,
  draft: ParameterDraft | undefined,
  language: Language,
  valueOf: (name: string, value: string) => string,
): string {
  const texts = language === 'en' ? problemWords.en : problemWords.zh
  const { code, params, field } = problem
  if (code === 'MISSING') return texts.NEEDED
  const unit = draft && isParameterName(draft.name) ? PARAMETER_UNITS[draft.name] : undefined
  const badValue = field === 'value' && (code === 'VALUE' || code === 'WHOLE_NUMBER' || code === 'TEXT')
  if (badValue && draft && (unit === 'FEN' || unit === 'PPM')) {
    const found = /^\d+$/.test(draft.value) ? valueOf(draft.name, draft.value) : draft.value
    return fillMessage(unit === 'FEN' ? texts.VALUE_FEN : texts.VALUE_PPM, language, { found })
  }
  if (!isOwn(code)) return parameterProblemReason(asFileProblem(problem), language)
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    worded(name, value, problem, draft, language, valueOf),
  ])
  return fillMessage(texts[code], language, Object.fromEntries(shown) as Record<string, string | number>)
}

function worded(
  name: string,
  value: string | number,
  problem: ProposalProblem,
  draft: ParameterDraft | undefined,
  language: Language,
  valueOf: (name: string, value: string) => string,
): string | number {
  const texts = language === 'en' ? problemWords.en : problemWords.zh
  if (name === 'to' && value === '') return texts.open
  if (months.has(name)) return formatPeriod(String(value), language)
  if (problem.code === 'BIG_CHANGE' && draft) return valueOf(draft.name, String(value))
  if (amounts.has(name)) return formatYuan(Number(value), language)
  if (name === 'insurance') return wordOf(WORDS[language].insurances, String(value))
  if (name === 'name') return wordOf(WORDS[language].parameters, String(value))
  if (name === 'limits') return limitsInWords(String(value), language)
  if (name === 'missing') {
    const rules = String(value).split(' ').filter(Boolean)
    const named = rules.map((rule) => {
      const [parameter = '', insurance = ''] = rule.split('|')
      return `${wordOf(WORDS[language].insurances, insurance)} ${wordOf(WORDS[language].parameters, parameter)}`.trim()
    })
    return [...new Set(named)].join(WORDS[language].listSeparator) || texts.everything
  }
  return value
}

/** `PENSION=716200 MEDICAL=682100`: the insurances that share a figure stand together. */
function limitsInWords(limits: string, language: Language): string {
  const { insurances, listSeparator } = WORDS[language]
  const pairs = limits.split(' ').map((limit) => limit.split('='))
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const shared = Array.from(
    Map.groupBy(pairs, ([, value]) => value ?? ''),
    ([value, of]) =>
      `${list.format(of.map(([insurance = '']) => wordOf(insurances, insurance)))} ${formatYuan(Number(value), language)}`,
  )
  return shared.join(listSeparator)
}

function wordOf(names: Readonly<Record<string, string>>, key: string): string {
  return key === 'ALL' ? '' : (names[key] ?? key)
}

function asFileProblem({ row, field, code, params }: ProposalProblem): ParameterFileProblem {
  return { row, field, code: code as ParameterFileProblem['code'], params }
}

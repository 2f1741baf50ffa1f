import type { Language } from '@shebao/kernel'
import { parameterProblemReason } from '@shebao/premium'
import type { ParameterField, ParameterFileProblem } from '@shebao/premium'
import { wordFileProblem } from '@shebao/roster'
import type { FileProblem } from '@shebao/roster'
import { parameterColumns } from './parameter-columns.ts'
import { problemSentence } from './problem-words.ts'
import type { RowProblem } from './row-problem.ts'

type Pair = readonly [zh: string, en: string]

/** What only tables of parameters have to say: why, and what to do. */
const sentences = {
  UNREADABLE_RATE: [
    '“{found}”不是费率。请写成 16% 或 0.5%，最多四位小数。',
    '“{found}” is no rate. Write it as 16% or 0.5%, with at most four decimals.',
  ],
  AMBIGUOUS_RATE: [
    '“{found}”可以是 {percent}，也可以是 {share}，不能猜。请带上百分号。',
    '“{found}” may be {percent} or {share} and is not guessed. Write the per cent sign.',
  ],
  UNREADABLE_YUAN: [
    '“{found}”不是金额。请只写元，最多两位小数，如 7162.00。',
    '“{found}” is no amount. Write yuan with at most two decimals, such as 7162.00.',
  ],
  FINER_THAN_FEN: [
    '“{found}”比分还细，像是公式算出的。请写公布的金额。',
    '“{found}” is finer than a fen, as if a formula had made it. Write the amount that was published.',
  ],
  UNREADABLE_COUNT: [
    '“{found}”不是整数。请只写数字，如 25。',
    '“{found}” is no whole number. Write figures only, such as 25.',
  ],
  UNKNOWN_VALUE: ['“{found}”不认识，请用：{knownZh}。', '“{found}” is not known. Use one of: {knownEn}.'],
  AMBIGUOUS_DATE: [
    '“{found}”分不清哪个是月、哪个是日。请写成 2027-06-30。',
    'In “{found}” month and day cannot be told apart. Write it as 2027-06-30.',
  ],
  PART_OF_MONTH: [
    '“{found}”在一个月当中，而参数按整月适用。请只写年月，如 2027-07。',
    '“{found}” lies within a month, and parameters hold for whole ones. Write the month, such as 2027-07.',
  ],
  UNKNOWN_COLUMN: [
    '“{found}”列不认识或重复。请改名或删去；可用的列：{knownZh}。',
    'The column “{found}” is not known, or is there twice. Rename it or take it out; the columns are: {knownEn}.',
  ],
  MISSING_COLUMN: ['缺少“{knownZh}”列，请补上。', 'The column “{knownEn}” is missing. Add it.'],
  NO_HEAD: [
    '“{found}”上方没有列名，不知道是什么。请补列名或删去。',
    'There is no head above “{found}”, so nobody knows what it is. Add one, or take it out.',
  ],
  OTHER_SHEET: [
    '工作表“{found}”里也有参数。请合并到一张工作表。',
    'The sheet “{found}” holds parameters, too. Put all of them on one sheet.',
  ],
  SAMPLE_ROW: ['这是模板的示例行，请删去。', 'This is the example of the template. Take the row out.'],
  NOTHING: ['表中没有参数。', 'There are no parameters in the table.'],
} as const satisfies Record<string, Pair>
type OwnCode = keyof typeof sentences

/** One thing wrong with a table of parameters, worded in both languages. */
export interface TableProblem {
  /** As the spreadsheet numbers it; null for the file. */
  readonly row: number | null
  readonly field: ParameterField | null
  readonly code: string
  readonly reason: Readonly<Record<Language, string>>
}

type Params = Readonly<Record<string, string | number>>

export function tableProblem(field: ParameterField | null, code: OwnCode, params: Params = {}): TableProblem {
  const [zh, en] = sentences[code]
  return { row: null, field, code, reason: { 'zh-CN': fill(zh, params), en: fill(en, params) } }
}

/** About one cell, with what stands in it. */
export const cellProblem = (field: ParameterField, code: OwnCode, found: string): TableProblem =>
  tableProblem(field, code, { found: found.slice(0, 40) })

const fill = (text: string, params: Params) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''))

const inBoth = (word: (language: Language) => string) => ({ 'zh-CN': word('zh-CN'), en: word('en') })

export function problemOfCell(problem: RowProblem, field: ParameterField): TableProblem {
  const column = parameterColumns[field]
  return { row: null, field, code: problem.code, reason: inBoth((one) => problemSentence(problem, one, column)) }
}

/** What the rules of a row say; `other` is counted as the spreadsheet does. */
export function problemOfRow(problem: ParameterFileProblem, rowAt: (place: number) => number): TableProblem {
  const { code, params, field } = problem
  const other = params['other']
  const told = typeof other === 'number' ? { ...problem, params: { ...params, other: rowAt(other) } } : problem
  return {
    row: problem.row === null ? null : rowAt(problem.row),
    field: isField(field) ? field : null,
    code,
    reason: inBoth((one) => parameterProblemReason(told, one)),
  }
}

const isField = (field: string | null): field is ParameterField =>
  field !== null && Object.hasOwn(parameterColumns, field)

export function problemOfFile(problem: FileProblem): TableProblem {
  return { row: null, field: null, code: problem.code, reason: inBoth((one) => wordFileProblem(problem, '', one)) }
}

/** With its place: the row and the head of the column as the table names it. */
export function tableProblemText({ row, field, reason }: TableProblem, language: Language): string {
  const chinese = language === 'zh-CN'
  const column = field === null ? '' : chinese ? `“${parameterColumns[field].zh}”` : `“${parameterColumns[field].en}”`
  if (row === null) return reason[language]
  if (chinese) return `第 ${row} 行${column}：${reason['zh-CN']}`
  return `row ${row}${column ? `, ${column}` : ''}: ${reason.en}`
}

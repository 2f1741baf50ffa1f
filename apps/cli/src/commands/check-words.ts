import type { FileProblemCode } from '@shebao/roster'
import type { Verdict } from '@shebao/declaration-rules'
import type { Wording } from '@shebao/kernel'
import type { Language } from '../language.ts'

/** Why no verdict about people can be given: the file's own faults, and those of getting at it. */
export type CheckProblemCode = FileProblemCode | AccessProblemCode | 'USAGE'
export type AccessProblemCode = 'FILE_NOT_FOUND' | 'FILE_UNREADABLE' | 'CANNOT_WRITE' | 'NO_SUCH_SHEET'

const PROBLEMS: Readonly<Record<AccessProblemCode, Wording>> = {
  FILE_NOT_FOUND: { 'zh-CN': '找不到文件：{file}', en: 'No such file: {file}' },
  FILE_UNREADABLE: { 'zh-CN': '无法读取文件：{file}', en: 'The file cannot be read: {file}' },
  CANNOT_WRITE: { 'zh-CN': '无法写入文件：{file}', en: 'The file cannot be written: {file}' },
  NO_SUCH_SHEET: {
    'zh-CN': '文件中没有这样的名单，可选：{file}',
    en: 'The file has no such list. There is: {file}',
  },
}

export function wordProblem(code: AccessProblemCode, file: string, language: Language): string {
  return PROBLEMS[code][language].replace('{file}', file)
}

export const VERDICT_WORDS: Readonly<Record<Verdict, Wording>> = {
  COMPLETE: { 'zh-CN': '完整，可以提交', en: 'Complete' },
  COMPLETE_WITH_WARNINGS: { 'zh-CN': '完整，有提示', en: 'Complete, with warnings' },
  INCOMPLETE: { 'zh-CN': '不完整', en: 'Incomplete' },
}

export const CHECK_WORDS = {
  'zh-CN': {
    usage:
      '用法：shebao check 文件 [--year 2026] [--today YYYY-MM-DD] [--lang zh-CN|en] [--json] [--failing 输出.xlsx] [--region 110000] [--sheet 工作表]',
    file: '请给出一个文件。',
    year: '--year 应为四位年度。',
    today: '--today 应为 YYYY-MM-DD。',
    lang: '--lang 应为 zh-CN 或 en。',
    region: '--region 没有该地区的参数。',
    failing: '--failing 应为 .xlsx 文件，且不得是被检查的文件。',
    colon: '：',
    people: '人数',
    read: '文件',
    sheet: (name: string) => `工作表“${name}”`,
    ignored: (row: number, text: string) => `第${row}行  没有作为人员读取：${text}`,
    note: '说明',
    row: (row: number) => `第${row}行`,
    list: '名单',
    error: '错误',
    warning: '提示',
    written: (file: string, rows: number) => `已将${rows}行有错误的记录写入 ${file}`,
    nothing: '没有需要更正的行，未写出文件。',
  },
  en: {
    usage:
      'Usage: shebao check FILE [--year 2026] [--today YYYY-MM-DD] [--lang zh-CN|en] [--json] [--failing OUT.xlsx] [--region 110000] [--sheet SHEET]',
    file: 'Name one file.',
    year: '--year takes a year of four digits.',
    today: '--today takes YYYY-MM-DD.',
    lang: '--lang takes zh-CN or en.',
    region: '--region names a region without parameters.',
    failing: '--failing takes an .xlsx file other than the one to check.',
    colon: ': ',
    people: 'People',
    read: 'File',
    sheet: (name: string) => `sheet “${name}”`,
    ignored: (row: number, text: string) => `Row ${row}  not read as a person: ${text}`,
    note: 'note',
    row: (row: number) => `Row ${row}`,
    list: 'List',
    error: 'error',
    warning: 'warning',
    written: (file: string, rows: number) => `${rows} failing rows written to ${file}`,
    nothing: 'No row needs correction; no file was written.',
  },
} as const

import type { FileProblemCode } from '@shebao/roster'
import type { Verdict } from '@shebao/declaration-rules'
import type { Language } from '../language.ts'

/** Why no verdict about people can be given: the file's own faults, and those of getting at it. */
export type CheckProblemCode = FileProblemCode | 'FILE_NOT_FOUND' | 'FILE_UNREADABLE' | 'CANNOT_WRITE' | 'USAGE'

type Pair = Readonly<Record<Language, string>>

const PROBLEMS: Readonly<Record<Exclude<CheckProblemCode, 'USAGE'>, Pair>> = {
  FILE_NOT_FOUND: { 'zh-CN': '找不到文件：{file}', en: 'No such file: {file}' },
  FILE_UNREADABLE: { 'zh-CN': '无法读取文件：{file}', en: 'The file cannot be read: {file}' },
  CANNOT_WRITE: { 'zh-CN': '无法写入文件：{file}', en: 'The file cannot be written: {file}' },
  EMPTY: {
    'zh-CN': '文件是空的，请选择含有人员名单的文件。',
    en: 'The file is empty. Choose one that holds a personnel list.',
  },
  NOT_A_SPREADSHEET: {
    'zh-CN': '不是电子表格文件，应为XLSX或CSV。',
    en: 'This is not a spreadsheet. Use XLSX or CSV.',
  },
  UNSUPPORTED_FORMAT: {
    'zh-CN': '不支持该格式，请另存为XLSX或CSV。',
    en: 'This format is not supported. Save it as XLSX or CSV.',
  },
  LEGACY_XLS: { 'zh-CN': '是旧版XLS文件，请另存为XLSX。', en: 'This is an old XLS file. Save it as XLSX.' },
  ENCRYPTED: { 'zh-CN': '文件已加密，请去除密码后另存。', en: 'The file is encrypted. Save it without a password.' },
  CORRUPT: { 'zh-CN': '文件已损坏，请重新保存后再试。', en: 'The file is damaged. Save it again and retry.' },
  TOO_LARGE: { 'zh-CN': '文件过大，请拆分后再试。', en: 'The file is too large. Split it and retry.' },
  ZIP_BOMB: {
    'zh-CN': '文件解压后异常庞大，已拒绝读取。',
    en: 'The file unpacks to an abnormal size and was refused.',
  },
  TOO_MANY_ROWS: { 'zh-CN': '行数过多，请拆分后再试。', en: 'There are too many rows. Split the file and retry.' },
  NO_TABLE: {
    'zh-CN': '没有找到人员名单：应有含“姓名”“证件号码”等列名的表头及数据行。',
    en: 'No personnel list was found: a header with columns such as name and ID number, and rows below it.',
  },
}

export function wordProblem(code: Exclude<CheckProblemCode, 'USAGE'>, file: string, language: Language): string {
  return PROBLEMS[code][language].replace('{file}', file)
}

export const VERDICT_WORDS: Readonly<Record<Verdict, Pair>> = {
  COMPLETE: { 'zh-CN': '完整，可以提交', en: 'Complete' },
  COMPLETE_WITH_WARNINGS: { 'zh-CN': '完整，有提示', en: 'Complete, with warnings' },
  INCOMPLETE: { 'zh-CN': '不完整', en: 'Incomplete' },
}

export const CHECK_WORDS = {
  'zh-CN': {
    usage:
      '用法：shebao check 文件 [--year 2026] [--today YYYY-MM-DD] [--lang zh-CN|en] [--json] [--failing 输出.xlsx] [--region 110000]',
    file: '请给出一个文件。',
    year: '--year 应为四位年度。',
    today: '--today 应为 YYYY-MM-DD。',
    lang: '--lang 应为 zh-CN 或 en。',
    region: '--region 没有该地区的参数。',
    failing: '--failing 应为 .xlsx 文件，且不得是被检查的文件。',
    colon: '：',
    people: '人数',
    row: (row: number) => `第${row}行`,
    list: '名单',
    error: '错误',
    warning: '提示',
    written: (file: string, rows: number) => `已将${rows}行有错误的记录写入 ${file}`,
    nothing: '没有需要更正的行，未写出文件。',
  },
  en: {
    usage:
      'Usage: shebao check FILE [--year 2026] [--today YYYY-MM-DD] [--lang zh-CN|en] [--json] [--failing OUT.xlsx] [--region 110000]',
    file: 'Name one file.',
    year: '--year takes a year of four digits.',
    today: '--today takes YYYY-MM-DD.',
    lang: '--lang takes zh-CN or en.',
    region: '--region names a region without parameters.',
    failing: '--failing takes an .xlsx file other than the one to check.',
    colon: ': ',
    people: 'People',
    row: (row: number) => `Row ${row}`,
    list: 'List',
    error: 'error',
    warning: 'warning',
    written: (file: string, rows: number) => `${rows} failing rows written to ${file}`,
    nothing: 'No row needs correction; no file was written.',
  },
} as const

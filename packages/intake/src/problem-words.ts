import type { Language } from '@shebao/kernel'
import type { Column } from './column.ts'
import type { RowProblem, RowProblemCode } from './row-problem.ts'

type Pair = readonly [zh: string, en: string]

/** What is wrong with a row, and what to do about it. `{detail}` stands for what the problem says besides. */
const sentences: Readonly<Record<RowProblemCode, Pair>> = {
  MISSING: ['没有填写，请补填。', 'Not filled in. Enter it.'],
  TOO_LONG: ['太长，最多 {detail} 个字符。', 'Too long: at most {detail} characters.'],
  BAD_CHARACTERS: ['含有不能保存的字符，请重新输入。', 'It holds characters that cannot be kept. Type it again.'],
  FORMULA_ERROR: [
    '单元格公式出错（{detail}），请改为数值。',
    'The cell’s formula fails ({detail}). Put the value there.',
  ],
  UNREADABLE_DATE: ['不是日期，请写成 2024-05-31。', 'Not a date. Write it as 2024-05-31.'],
  UNREADABLE_MONTH: ['不是月份，请写成 2024-05。', 'Not a month. Write it as 2024-05.'],
  UNREADABLE_AMOUNT: [
    '不是金额，请只写数字，最多两位小数。',
    'Not an amount. Write figures only, with at most two decimals.',
  ],
  UNREADABLE_NUMBER: [
    '不是可用的数字；号码请设为文本格式后重新输入。',
    'Not a number that can be used; format numbers as text and enter them again.',
  ],
  UNKNOWN_WORD: ['这个词不认识，请用：{detail}。', 'This word is not known. Use one of: {detail}.'],
  NEGATIVE: ['不能是负数。', 'It cannot be negative.'],
  OUT_OF_RANGE: ['超出范围（{detail}）。', 'Out of range ({detail}).'],
  INVALID_NUMBER: ['号码不对：{detail}。请核对原件。', 'The number is not right: {detail}. Check the original.'],
  CHECK_DIGIT: [
    '校验位不符，号码有误。请核对原件。',
    'The check digit does not fit, so the number is wrong. Check the original.',
  ],
  IN_FUTURE: ['日期在今天之后。', 'The day has not come yet.'],
  DOES_NOT_FIT_ID: ['与证件号码不符。', 'It does not agree with the ID number.'],
  TWICE_IN_FILE: ['与第 {detail} 行重复，请只留一行。', 'The same as row {detail}. Keep one of them.'],
  ALREADY_THERE: [
    '系统中已有：{detail}。请删去这一行，或走变更手续。',
    'Already registered: {detail}. Take the row out, or have it changed in the register.',
  ],
  NOT_REGISTERED: ['系统中没有登记，请先导入。', 'Not registered. Bring it in first.'],
  OTHER_REGION: ['不属于本统筹地区（{detail}）。', 'It belongs to another region ({detail}).'],
  NAME_DIFFERS: ['姓名与登记的不一致，请核对证件。', 'The name is not the registered one. Check the ID.'],
  END_BEFORE_START: ['结束早于开始。', 'It ends before it begins.'],
  OVERLAPS: ['与已有的期间重叠：{detail}。', 'It overlaps what is registered: {detail}.'],
  DIFFERS_IN_FILE: [
    '与文件中同一单位、同一月份的其他行不同（{detail}）。',
    'It differs from the other rows of this employer and month ({detail}).',
  ],
  NOT_ENROLLED: ['这个月在该单位没有参保登记。', 'There is no enrolment with this employer in the month.'],
  NO_INSURANCE: ['一项险种也没有。', 'Not one insurance.'],
  BASE_MISSING: ['有缴费却没有缴费基数。', 'Something was paid but no base is given.'],
  ZERO: ['金额为零，没有可入账的内容。', 'The amount is zero: there is nothing to post.'],
}

/** What a number is that is not right; other details stand for themselves. */
const details: Readonly<Record<string, Pair>> = {
  FORMAT: ['格式不符', 'its form fits none'],
  REGION: ['地区代码不存在', 'its region does not exist'],
  BIRTH_DATE: ['出生日期不成立', 'its birth date does not exist'],
  CHECKSUM: ['校验位不符', 'its check digit does not fit'],
  TELEPHONE: ['不是可用的电话号码', 'it is no telephone number'],
  NAME: ['不是可用的姓名', 'it is no name of a person'],
  ROUNDED: ['号码被表格程序改成了约数', 'the spreadsheet program has rounded it'],
}

/** The same in a few words, for a head over many rows. */
const titles: Readonly<Record<RowProblemCode, Pair>> = {
  MISSING: ['没有填写', 'not filled in'],
  TOO_LONG: ['太长', 'too long'],
  BAD_CHARACTERS: ['含有不能保存的字符', 'characters that cannot be kept'],
  FORMULA_ERROR: ['公式出错', 'a formula fails'],
  UNREADABLE_DATE: ['不是日期', 'not a date'],
  UNREADABLE_MONTH: ['不是月份', 'not a month'],
  UNREADABLE_AMOUNT: ['不是金额', 'not an amount'],
  UNREADABLE_NUMBER: ['不是可用的数字', 'not a number that can be used'],
  UNKNOWN_WORD: ['不认识的词', 'a word that is not known'],
  NEGATIVE: ['是负数', 'negative'],
  OUT_OF_RANGE: ['超出范围', 'out of range'],
  INVALID_NUMBER: ['号码不对', 'a number that is not right'],
  CHECK_DIGIT: ['校验位不符', 'the check digit does not fit'],
  IN_FUTURE: ['日期在今天之后', 'in the future'],
  DOES_NOT_FIT_ID: ['与证件号码不符', 'does not agree with the ID number'],
  TWICE_IN_FILE: ['文件中重复', 'twice in the file'],
  ALREADY_THERE: ['系统中已有', 'registered already'],
  NOT_REGISTERED: ['没有登记', 'not registered'],
  OTHER_REGION: ['不属于本统筹地区', 'of another region'],
  NAME_DIFFERS: ['姓名与登记的不一致', 'not the registered name'],
  END_BEFORE_START: ['结束早于开始', 'ends before it begins'],
  OVERLAPS: ['与已有的期间重叠', 'overlaps what is registered'],
  DIFFERS_IN_FILE: ['文件中前后不一', 'differs within the file'],
  NOT_ENROLLED: ['当月没有参保登记', 'not enrolled in the month'],
  NO_INSURANCE: ['一项险种也没有', 'not one insurance'],
  BASE_MISSING: ['缺少缴费基数', 'the base is missing'],
  ZERO: ['金额为零', 'the amount is zero'],
}

export const problemTitle = (code: RowProblemCode, language: Language): string => titles[code][place(language)]

const place = (language: Language) => (language === 'zh-CN' ? 0 : 1)
const mostWords = 12

/** What is wrong and what to do; `column` tells which words would have been known. */
export function problemSentence(
  { code, detail = '' }: Pick<RowProblem, 'code' | 'detail'>,
  language: Language,
  column?: Column,
): string {
  const known = code === 'UNKNOWN_WORD' ? knownWords(column, language) : undefined
  return sentences[code][place(language)].replace('{detail}', known ?? details[detail]?.[place(language)] ?? detail)
}

function knownWords(column: Column | undefined, language: Language): string | undefined {
  const words = Object.values(column?.words ?? {}).map(({ zh, en }) => (language === 'zh-CN' ? zh : en))
  if (words.length === 0) return undefined
  return [...words.slice(0, mostWords), ...(words.length > mostWords ? ['…'] : [])].join(' / ')
}

// Personnel files as employers send them, built from a seed: the same kinds as offices receive, every person invented.
import { encodeGb18030 } from './gb18030.ts'
import { makeResidentId, pickInteger, pickOne, seededRandom } from './identifiers.ts'
import type { Random } from './identifiers.ts'
import { buildXlsx, rowsFrom } from './spreadsheet-builder.ts'
import type { BuiltCell } from './spreadsheet-builder.ts'

export interface RosterPersonSample {
  name: string
  idNumber: string
  sex: 'MALE' | 'FEMALE'
  household: '本市城镇' | '本市农村' | '外埠城镇' | '外埠农村'
  form: '在编' | '合同制' | '临时' | '季节工'
  /** YYYY-MM-DD. */
  hireDate: string
  months: number
  /** Whole fen. */
  averageFen: number
  mobile: string
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const GIVEN = [...'伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰']

export function makeRosterPeople(count: number, seed = 1): RosterPersonSample[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => makePerson(random, index))
}

function makePerson(random: Random, index: number): RosterPersonSample {
  const sex = pickOne(random, ['MALE', 'FEMALE'] as const)
  const two = (least: number, most: number): string => String(pickInteger(random, least, most)).padStart(2, '0')
  const birthDate = `${pickInteger(random, 1972, 2003)}-${two(1, 12)}-${two(1, 28)}`
  const given = pickOne(random, GIVEN) + (random() < 0.6 ? pickOne(random, GIVEN) : '')
  return {
    name: index % 37 === 20 ? '古丽娜尔·艾合买提' : pickOne(random, SURNAMES) + given,
    idNumber: makeResidentId(random, { sex, birthDate }),
    sex,
    household: pickOne(random, ['本市城镇', '本市农村', '外埠城镇', '外埠农村'] as const),
    form: pickOne(random, ['在编', '合同制', '临时', '季节工'] as const),
    hireDate: `${pickInteger(random, 2022, 2024)}-${two(1, 12)}-${two(1, 28)}`,
    months: 12,
    averageFen: pickInteger(random, 300_000, 4_000_000),
    mobile: `1${pickInteger(random, 3, 9)}${String(pickInteger(random, 0, 999_999_999)).padStart(9, '0')}`,
  }
}

export const officialHeads = [
  '序号',
  '姓名',
  '证件类型',
  '证件号码',
  '性别',
  '户口性质',
  '用工形式',
  '入职日期',
  '上年工作月数',
  '上年工资总额',
  '月平均工资',
  '手机号码',
  '养老',
  '医疗',
  '失业',
  '工伤',
  '生育',
] as const

export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

export function dateSerial(date: string, date1904 = false): number {
  return (Date.parse(`${date}T00:00:00Z`) - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000
}

/** One row under the official heads. */
export function officialCells(person: RosterPersonSample, number: number): BuiltCell[] {
  return [
    number,
    person.name,
    '居民身份证',
    person.idNumber,
    person.sex === 'MALE' ? '男' : '女',
    person.household,
    person.form,
    { number: String(dateSerial(person.hireDate)), format: 'yyyy-mm-dd' },
    person.months,
    { number: yuan(person.averageFen * person.months) },
    { number: yuan(person.averageFen) },
    person.mobile,
    ...Array<BuiltCell>(5).fill('是'),
  ]
}

export function buildCleanRoster(people: readonly RosterPersonSample[]): Uint8Array {
  const rows = rowsFrom(1, [officialHeads, ...people.map((person, index) => officialCells(person, index + 1))])
  return buildXlsx({ sheets: [{ name: '人员明细', rows }] })
}

const wide = (text: string): string => text.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

/** Title rows, other words and order, a hidden sheet before it, five date notations, amounts as text, blank rows, totals, signatures. */
export function buildMessyRoster(people: readonly RosterPersonSample[]): Uint8Array {
  const rows = new Map<number, readonly BuiltCell[]>([
    [2, ['2025年度职工缴费工资申报表']],
    [3, ['单位名称：某某公司', null, '填报日期：2026年6月30日']],
    [
      6,
      [
        'No.',
        '职工姓名 *',
        '身份证号',
        '联系电话',
        '参加工作/入职时间',
        '去年工资合计(元)',
        '月数',
        '月均工资',
        '户籍',
        '用工性质',
        '五险参保情况',
        '备注',
      ],
    ],
  ])
  let row = 7
  people.forEach((person, index) => {
    if (index % 9 === 4) row++
    rows.set(row++, messyCells(person, index))
  })
  const total = people.reduce((sum, person) => sum + person.averageFen * person.months, 0)
  rows.set(row, ['', '合计', null, null, null, { number: `${yuan(total)}000001` }])
  rows.set(row + 2, ['单位负责人：', null, '制表人：', null, null, null, '单位公章'])
  return buildXlsx({
    sheets: [
      { name: '封面', rows: rowsFrom(1, [['某某公司 2025年度申报'], [], ['填报人', '王会计']]) },
      {
        name: '旧表',
        hidden: true,
        rows: rowsFrom(1, [
          ['姓名', '身份证号', '户籍'],
          ['旧人', '110101199003078670', '本市城镇'],
        ]),
      },
      { name: '申报明细', rows, merges: ['A2:L2'] },
      { name: '说明', rows: rowsFrom(1, [['身份证号请设为文本格式']]) },
    ],
  })
}

function messyCells(person: RosterPersonSample, index: number): BuiltCell[] {
  const [year = '', month = '', day = ''] = person.hireDate.split('-')
  const dates: BuiltCell[] = [
    `${year}.${month}.${day}`,
    `${year}/${Number(month)}/${Number(day)}`,
    person.hireDate,
    `${year}年${Number(month)}月${Number(day)}日`,
    { number: String(dateSerial(person.hireDate)), format: '[$-804]yyyy"年"m"月"d"日";@' },
    `${year}${month}${day}`,
    String(dateSerial(person.hireDate)),
    { number: String(dateSerial(person.hireDate)) },
  ]
  const id = person.idNumber
  const ids = [id, wide(id), ` ${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`, `'${id}`, id.toLowerCase()]
  const wages = yuan(person.averageFen * person.months)
  const amounts: BuiltCell[] = [
    { number: wages },
    wages.replace(/\B(?=(\d{3})+\.)/g, ','),
    `￥${wages}`,
    `${wages}元`,
    wide(wages),
  ]
  return [
    index + 1,
    index % 4 === 1 ? `${person.name.slice(0, 1)}　${person.name.slice(1)}` : person.name,
    ids[index % ids.length] ?? id,
    index % 3 === 0 ? { number: person.mobile } : person.mobile,
    dates[index % dates.length] ?? person.hireDate,
    amounts[index % amounts.length] ?? wages,
    index % 2 === 0 ? person.months : `${person.months}个月`,
    { number: yuan(person.averageFen) },
    person.household,
    person.form,
    index % 5 === 0 ? '养老、医疗、失业、工伤、生育' : '五险齐全',
  ]
}

/** Saved as CSV by a Chinese spreadsheet program: GB18030, CRLF, identifiers behind an apostrophe. */
export function buildGbkCsv(people: readonly RosterPersonSample[]): Uint8Array {
  return encodeGb18030(csvText(people, ','))
}

export function csvText(people: readonly RosterPersonSample[], delimiter: string, lineEnd = '\r\n'): string {
  const lines = people.map((person, index) =>
    officialCells(person, index + 1)
      .map((cell, column) =>
        column === 7
          ? person.hireDate.replaceAll('-0', '-').replaceAll('-', '/')
          : column === 3
            ? `'${person.idNumber}`
            : plain(cell),
      )
      .join(delimiter),
  )
  return [officialHeads.join(delimiter), ...lines, ''].join(lineEnd)
}

function plain(cell: BuiltCell): string {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return String(cell ?? '')
  return 'number' in cell ? cell.number : ''
}

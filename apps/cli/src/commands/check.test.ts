import { mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildXlsx, rowsFrom } from '@shebao/test-support/spreadsheet-builder'
import { askShebao } from '../testing/ask-shebao.ts'

const HEAD =
  '姓名,证件类型,证件号码,性别,户口性质,用工形式,入职日期,上年工作月数,上年工资总额,月平均工资,手机号码,养老,医疗,失业,工伤,生育'
const GOOD =
  '欧阳强,居民身份证,110101199003078670,男,本市城镇,合同制,2020-03-01,12,120000.00,10000.00,13812345678,是,是,是,是,是'
const OTHER =
  '何静,居民身份证,440103198510080120,女,外埠城镇,在编,2020-03-01,12,120000.00,10000.00,13912345678,是,是,是,是,是'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-check-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, ...rows: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, [HEAD, ...rows].join('\r\n'))
  return path
}

const shebao = (...args: readonly string[]) => askShebao(['check', ...args])

interface Answer {
  verdict: string
  people: number
  issues: { row: number | null; field: string; path: string; code: string; severity: string; message: string }[]
  problem?: { code: string; message: string }
}

async function ask(...args: readonly string[]): Promise<Answer & { status: number }> {
  const { stdout, status } = await shebao(...args, '--json', '--year', '2026', '--today', '2026-11-23')
  return { ...(JSON.parse(stdout) as Answer), status }
}

describe('shebao check', () => {
  it('finds a good list complete', async () => {
    expect(await ask(file('good.csv', GOOD, OTHER))).toMatchObject({
      status: 0,
      verdict: 'COMPLETE',
      people: 2,
      issues: [],
    })
  })

  it('names row, column and code as the spreadsheet has them, and words what would be right', async () => {
    const answer = await ask(file('bad.csv', GOOD, OTHER.replace('何静', '　'), GOOD), '--lang', 'zh')
    expect(answer).toMatchObject({ status: 1, verdict: 'INCOMPLETE', people: 3 })
    expect(answer.issues).toMatchObject([
      { row: 3, field: '姓名', path: 'name', code: 'REQUIRED', severity: 'error', message: '“姓名”未填写，请填写。' },
      { row: 4, field: '证件号码', path: 'idNumber', code: 'DUPLICATE', severity: 'error' },
    ])
  })

  it('loses nobody to a quotation mark, and names the row and what was no person', async () => {
    const path = file('quote.csv', GOOD.replace('欧阳强', '"欧阳强'), OTHER, '制表人：某某')
    const answer = await ask(path)
    expect(answer).toMatchObject({ status: 0, verdict: 'COMPLETE_WITH_WARNINGS', people: 2 })
    expect(answer.issues).toMatchObject([{ row: 2, field: '姓名', code: 'QUOTE_NOT_CLOSED', severity: 'warning' }])
    const { stdout } = await shebao(path, '--lang', 'zh', '--year', '2026', '--today', '2026-11-23')
    expect(stdout).toContain('第 2 行“姓名”列的引号没有成对')
    expect(stdout).toContain('第4行  没有作为人员读取：制表人：某某')
  })

  it('takes the list of the sheet that is asked for, and says which there are', async () => {
    const rows = (line: string) => rowsFrom(1, [HEAD.split(','), line.split(',')])
    const path = join(folder, 'two.xlsx')
    const sheets = [
      { name: '一部', rows: rows(GOOD) },
      { name: '二部', rows: rows(OTHER) },
    ]
    writeFileSync(path, buildXlsx({ sheets }))
    expect(await ask(path)).toMatchObject({ file: { sheet: '一部', remarks: [{ code: 'OTHER_LIST' }] } })
    expect(await ask(path, '--sheet', '二部')).toMatchObject({ people: 1, file: { sheet: '二部' } })
    expect(await ask(path, '--sheet', '三部', '--lang', 'zh')).toMatchObject({
      problem: { code: 'NO_SUCH_SHEET', message: '文件中没有这样的名单，可选：一部, 二部' },
    })
  })

  it('exits 0 when there are only warnings', async () => {
    const old =
      '林芳,居民身份证,11010519491231002X,女,本市城镇,合同制,2020-03-01,12,120000.00,10000.00,13812345678,是,是,是,是,是'
    expect(await ask(file('old.csv', old))).toMatchObject({
      status: 0,
      verdict: 'COMPLETE_WITH_WARNINGS',
      issues: [{ row: 2, code: 'PAST_RETIREMENT', severity: 'warning' }],
    })
  })

  it('compares the total row with the rows and never takes it for a person', async () => {
    const total = (sum: string) => `合计,,,,,,,,${sum},,,,,,,`
    expect(await ask(file('total.csv', GOOD, OTHER, total('240000.00')))).toMatchObject({
      verdict: 'COMPLETE',
      people: 2,
    })
    expect(await ask(file('wrong-total.csv', GOOD, OTHER, total('240000.01')))).toMatchObject({
      people: 2,
      issues: [{ row: 4, field: '上年工资总额', code: 'SUM_MISMATCH', severity: 'error' }],
    })
  })

  it('writes the failing rows alone, and they can be read again', async () => {
    const out = join(folder, 'failing.xlsx')
    expect(
      (await ask(file('some.csv', GOOD, OTHER.replace('13912345678', '12812345678')), '--failing', out)).status,
    ).toBe(1)
    expect(await ask(out)).toMatchObject({ people: 1, issues: [{ field: '手机号码', code: 'FORMAT' }] })
    const none = join(folder, 'none.xlsx')
    await ask(file('fine.csv', GOOD), '--failing', none)
    expect(existsSync(none)).toBe(false)
  })

  it('gives the coded reason of an unreadable file in both forms', async () => {
    const missing = join(folder, 'missing.xlsx')
    expect(await ask(missing)).toMatchObject({
      status: 2,
      verdict: 'INCOMPLETE',
      people: 0,
      problem: { code: 'FILE_NOT_FOUND' },
    })
    expect(await shebao(missing)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `[FILE_NOT_FOUND] No such file: ${missing}\n`,
    })
    expect(await ask(folder)).toMatchObject({ status: 2, problem: { code: 'FILE_UNREADABLE' } })
    const empty = join(folder, 'empty.xlsx')
    writeFileSync(empty, '')
    expect(await ask(empty)).toMatchObject({ status: 2, problem: { code: 'EMPTY' } })
    const prose = join(folder, 'prose.csv')
    writeFileSync(prose, 'no list here\r\nnone at all\r\n')
    expect(await ask(prose)).toMatchObject({ status: 2, problem: { code: 'NO_TABLE' } })
  })

  it('explains what it did not understand', async () => {
    expect((await ask()).problem?.code).toBe('USAGE')
    expect(await shebao('a.csv', '--year', 'soon')).toMatchObject({ status: 2, stdout: '' })
    expect((await shebao('a.csv', '--today', '2026-02-30')).stderr).toContain('--today')
    expect((await shebao('a.csv', '--region', '999999')).stderr).toContain('--region')
    expect((await shebao('a.xlsx', '--failing', 'a.xlsx')).stderr).toContain('--failing')
  })
})

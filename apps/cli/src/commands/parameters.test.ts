import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFormats, writeParameterTable } from '@shebao/intake'
import { readParameterFile, SHIPPED_PARAMETER_ROWS } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askShebao } from '../testing/ask-shebao.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-parameters-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const shanghai = SHIPPED_PARAMETER_ROWS.filter(({ region }) => region === '310000')
const parameters = (...args: readonly string[]) => askShebao(['parameters', ...args])

describe('shebao parameters', () => {
  it('prints the JSON Schema', async () => {
    const { stdout, status } = await parameters('schema')
    expect(JSON.parse(stdout)).toMatchObject({ properties: { format: { const: 'shebao-parameters/1' } } })
    expect(status).toBe(0)
  })

  it('exports what it can read again, as JSON and as YAML, whole or one region', async () => {
    const json = await parameters('export')
    const reading = readParameterFile(JSON.parse(json.stdout))
    expect(reading.ok && reading.rows).toHaveLength(SHIPPED_PARAMETER_ROWS.length)
    const yaml = await parameters('export', '--region', '310000', '--yaml')
    expect(yaml.stdout).toContain('format: shebao-parameters/1\n')
    expect(await parameters('check', file('shanghai.yaml', yaml.stdout))).toEqual({
      stdout: `no problems: ${shanghai.length} rows\n310000  ${shanghai.length} rows  2016-01 to open\n`,
      stderr: '',
      status: 0,
    })
    expect(JSON.parse((await parameters('check', file('all.json', json.stdout), '--json')).stdout)).toEqual({
      ok: true,
      rows: SHIPPED_PARAMETER_ROWS.length,
      regions: [
        { region: '110000', rows: SHIPPED_PARAMETER_ROWS.length - shanghai.length, first: '2016-01', last: null },
        { region: '310000', rows: shanghai.length, first: '2016-01', last: null },
      ],
      problems: [],
    })
  })

  it('reads the tables that the office reads, with what is wrong by the row and column of the table', async () => {
    for (const format of tableFormats) {
      const path = join(folder, `shanghai.${format}`)
      writeFileSync(path, writeParameterTable(shanghai, 'zh-CN', format))
      expect((await parameters('check', path)).stdout).toBe(
        `no problems: ${shanghai.length} rows\n310000  ${shanghai.length} rows  2016-01 to open\n`,
      )
    }
    const heads = '统筹区代码,参数,取值,起始所属期,文号\n'
    const wrong = await parameters(
      'check',
      file('wrong.csv', `${heads}310000,费率,0.16,2027-07,沪人社〔2027〕1号\n`),
      '--json',
    )
    expect([JSON.parse(wrong.stdout), wrong.status]).toMatchObject([
      {
        ok: false,
        problems: [{ row: 2, field: 'value', code: 'AMBIGUOUS_RATE', message: expect.stringMatching(/^row 2/) }],
      },
      1,
    ])
    expect((await parameters('check', file('notes.docx', 'PK'))).stdout).toMatch(/notes\.docx: /)
  })

  it('names every problem by row and field, and exits 1', async () => {
    const text = (await parameters('export', '--region', '110000', '--yaml')).stdout.replace('"110000"', '110000')
    const path = file('bad.yaml', text.replace('value: HALF_UP_FEN', 'value: UP'))
    const asked = await parameters('check', path, '--json')
    expect([JSON.parse(asked.stdout), asked.status]).toMatchObject([
      {
        ok: false,
        problems: [
          {
            row: 1,
            field: 'region',
            code: 'NOT_TEXT',
            message: 'row 1, region: 110000 must be text: put it in quotation marks',
          },
          { row: 1, field: 'value', code: 'CHOICE' },
        ],
      },
      1,
    ])
    expect((await parameters('check', path, '--lang', 'zh')).stdout).toContain(
      '第 1 行，统筹区（region）：110000 应为文本，请加引号',
    )
  })

  it.each([
    ['tagged.yaml', 'format: !!js/function "x"\nrows: []', 'neither JSON nor YAML: Unresolved tag'],
    [
      'laughs.yaml',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(30)}]\nrows: [${'*b,'.repeat(60)}]`,
      'alias count',
    ],
    ['two.yaml', 'format: x\n---\nformat: y\n', 'multiple documents'],
    ['twice.yaml', 'format: shebao-parameters/1\nformat: shebao-parameters/1\nrows: []', 'must be unique'],
    ['broken.json', '{"format": ', 'neither JSON nor YAML'],
  ])('refuses %s', async (name, text, reason) => {
    const { stdout, stderr, status } = await parameters('check', file(name, text))
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(reason)
  })

  it.each([
    [['check'], 'takes one file'],
    [['check', '/no/such/file.yaml'], 'cannot be read'],
    [['import'], 'say schema, check or export, not import'],
    [['export', '--region', '440300'], 'there are some for: 110000, 310000'],
    [['export', '--json', '--yaml'], 'either'],
    [['schema', 'x'], 'not understood: x'],
  ])('refuses %j', async (args, reason) => {
    const { stdout, stderr, status } = await parameters(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(reason)
    expect(stderr).toContain('Usage: shebao parameters')
  })
})

describe('shebao premium --parameters', () => {
  const question = [
    'premium',
    '--region',
    '110000',
    '--period',
    '2024-07',
    '--wage',
    '10000',
    '--injury-class',
    '1',
    '--json',
  ]

  it('computes by the rows of the file and no others', async () => {
    const own = (await parameters('export', '--region', '110000', '--yaml')).stdout.replace(
      'value: 98000',
      'value: 90000',
    )
    const path = file('own.yml', own)
    expect(JSON.parse((await askShebao([...question, '--parameters', path])).stdout)).toMatchObject({
      employer: 257_000,
    })
    const elsewhere = await askShebao([...question.with(2, '310000'), '--parameters', path])
    expect([elsewhere.status, elsewhere.stdout]).toEqual([2, ''])
    expect(elsewhere.stderr).toContain('no parameters for region 310000; there are some for: 110000')
  })

  it('says what is wrong with the file', async () => {
    const { stdout, stderr, status } = await askShebao([
      ...question,
      '--parameters',
      file('empty.json', '{"rows":[{}]}'),
    ])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('format: the format must be shebao-parameters/1')
    expect(stderr).toContain('row 1, region: this field is missing')
  })
})

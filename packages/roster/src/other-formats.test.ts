import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '@shebao/test-support/gb18030'
import { wordFileProblem } from './file-words.ts'
import { readRoster } from './read-roster.ts'

const ID = '110101199003078670'
const OTHER_ID = '34052419800101001X'

function read(bytes: Uint8Array, name = 'list.xls') {
  const result = readRoster(bytes, name)
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`)
  return result.file
}

function problemOf(bytes: Uint8Array) {
  const result = readRoster(bytes, 'list.xls')
  if (result.ok) throw new Error('it was read')
  return result.problem
}

const people = (bytes: Uint8Array) => read(bytes).rows.map(({ row, draft }) => ({ row, ...draft }))
const zhang = { name: '张三', idNumber: ID, hireDate: '2024-01-01', wagesLastYear: 500_050 }
const li = { name: '李四', idNumber: OTHER_ID, hireDate: '2024-02-01', wagesLastYear: 700_000 }

describe('XML Spreadsheet 2003', () => {
  const ns =
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"'
  const cell = (type: string, text: string, more = '') => `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`
  const heads = ['姓名', '证件号码', '入职日期', '上年工资总额'].map((head) => cell('String', head)).join('')
  const sheet = (rows: string, name = '名单', options = '') =>
    `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`
  const file = (...sheets: string[]) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook ${ns}>${sheets.join('')}</Workbook>`,
    )
  const rows = `<Row>${heads}</Row><Row>${cell('String', '张三')}${cell('String', ID)}${cell('DateTime', '2024-01-01T00:00:00.000')}${cell('Number', '5000.5')}</Row>
    <Row ss:Index="5" ss:Hidden="1">${cell('String', '<B>李</B>四')}${cell('String', OTHER_ID)}${cell('DateTime', '2024-01-31T23:59:17.000')}${cell('Number', '7000', ' ss:Index="4" ss:Formula="=1"')}</Row>`

  it('is read, with its own row numbers, rich text, dates and skipped cells', () => {
    expect(people(file(sheet(rows)))).toEqual([
      { row: 2, ...zhang },
      { row: 5, ...li },
    ])
  })

  it('has its hidden sheets, hidden rows and late dates named', () => {
    const hidden = '<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>'
    const { remarks, table } = read(file(sheet(rows.replaceAll('Row>', 'Row>'), '旧', hidden), sheet(rows)))
    expect(table.sheetName).toBe('名单')
    expect(remarks).toMatchObject([
      { code: 'HIDDEN_SHEETS', params: { sheets: '旧' } },
      { code: 'HIDDEN_ROWS', params: { count: 1 } },
      { code: 'DATE_BEFORE_MIDNIGHT', row: 5, field: 'hireDate', params: { taken: '2024-02-01' } },
    ])
  })
})

describe('a web page called .xls', () => {
  const head = '<tr><th>姓名</th><th>证件号码</th><th>入职日期</th><th>上年工资总额</th></tr>'
  const page = (table: string, meta = '') =>
    `<html><head>${meta}<style>td{x:"<table>"}</style></head><body><table border=1>${table}</table></body></html>`

  it('is read in any encoding, unclosed tags and all', () => {
    const table = `${head}<tr><td>张&#19977;<td style="mso-number-format:'\\@'">${ID}<td>2024-1-1<td>5,000.50<tr><td>李<br>四<td>${OTHER_ID}<td>2024/2/1<td>7000`
    for (const bytes of [strToU8(page(table)), encodeGb18030(page(table, '<meta charset=gb2312>'))]) {
      expect(people(bytes)).toEqual([
        { row: 2, ...zhang },
        { row: 3, ...li },
      ])
    }
  })

  it('has cells over several rows and columns in their place', () => {
    const table = `<tr><th rowspan=2>姓名<th rowspan="2">证件号码<th colspan=2>参加险种</tr><tr><th>养老<th>医疗</tr>
      <tr><td>张三<td>${ID}<td rowspan=2>是<td>否</tr><tr><td>李四<td>${OTHER_ID}<td>是</tr>`
    expect(people(strToU8(page(table))).map(({ name, participation }) => [name, participation])).toEqual([
      ['张三', { PENSION: true, MEDICAL: false }],
      ['李四', { PENSION: true, MEDICAL: true }],
    ])
  })

  it('as XHTML, in tables for layout, with the number behind a rounded figure', () => {
    const inner = `<table>${head}<tr><td>张三</td><td>${ID}</td><td>2024-01-01</td><td x:num="5000.5">5,001</td></tr></table>`
    const text = `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"><body><table><tr><td>菜单</td><td>${inner}</td></tr></table></body></html>`
    expect(people(strToU8(text))).toEqual([{ row: 2, ...zhang }])
  })

  it('cut off, or with rows in a comment, it is read as far as it goes, and that is said', () => {
    const rows = `${head}<tr><td>张三<td>${ID}<td>2024-01-01<td>5000.50`
    expect(read(strToU8(`<html><table>${rows}`)).remarks).toMatchObject([{ code: 'BREAKS_OFF', row: 2 }])
    expect(read(strToU8(page(`${rows}<!-- <tr><td>李四</td></tr> --></table>`))).remarks).toMatchObject([
      { code: 'ROWS_IN_COMMENT', row: 2 },
    ])
  })

  it('without a table it is named, and so are frames whose sheets are elsewhere', () => {
    expect(problemOf(strToU8('<!DOCTYPE html><html><body><form>登录</form></body></html>'))).toMatchObject({
      code: 'NOT_A_SPREADSHEET',
      params: { detected: 'html' },
    })
    const frames = '<html><head></head><frameset rows="*,39"><frame src="a.files/sheet001.htm"></frameset></html>'
    expect(problemOf(strToU8(frames)).params.detected).toBe('html-frames')
  })
})

describe('OpenDocument', () => {
  const ns = ['office', 'table', 'text', 'style', 'calcext']
    .map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`)
    .join(' ')
  const text = (value: string, more = '') =>
    `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`
  const date = (value: string) =>
    `<table:table-cell office:value-type="date" office:date-value="${value}"><text:p>x</text:p></table:table-cell>`
  const figure = (value: string) =>
    `<table:table-cell office:value-type="float" office:value="${value}"><text:p>x</text:p></table:table-cell>`
  const row = (cells: string, more = '') =>
    `<table:table-row${more}>${cells}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`
  const heads = row(['姓名', '证件号码', '入职日期', '上年工资总额'].map((head) => text(head)).join(''))
  const body = `${heads}${row('', ' table:number-rows-repeated="3"')}${row(`${text('<text:span>张</text:span>三<office:annotation><text:p>note</text:p></office:annotation>')}${text(ID)}${date('2024-01-01')}${figure('5000.5')}`)}
    ${row(`${text('李四')}${text(OTHER_ID)}${date('2024-02-01T00:00:00')}${figure('7000')}`, ' table:visibility="filter"')}${row('', ' table:number-rows-repeated="1048000"')}`
  const style =
    '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
  const content = (...tables: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ns}>${style}<office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`
  const table = (rows: string, name = '名单', styleName = 'ta1') =>
    `<table:table table:name="${name}" table:style-name="${styleName}"><table:table-column/>${rows}</table:table>`
  const packed = (xml: string, manifest = '<manifest/>') =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8(manifest),
      'content.xml': strToU8(xml),
    })

  it('is read with its repeated rows and cells, without notes', () => {
    expect(people(packed(content(table(body))))).toEqual([
      { row: 5, ...zhang },
      { row: 6, ...li },
    ])
  })

  it('as one flat file too', () => {
    const flat = content(table(body)).replaceAll('office:document-content', 'office:document')
    expect(read(strToU8(flat)).workbook.kind).toBe('ODS')
    expect(people(strToU8(flat))).toHaveLength(2)
  })

  it('has hidden sheets left alone and filtered rows named', () => {
    const file = read(packed(content(table(body, '旧', 'ta2'), table(body))))
    expect([file.table.sheetName, file.remarks.map(({ code }) => code)]).toEqual([
      '名单',
      ['HIDDEN_SHEETS', 'HIDDEN_ROWS'],
    ])
  })

  it('spreads a cell that says how often it stands there', () => {
    const cells = `${text('张三')}${text(ID)}${text('是', ' table:number-columns-repeated="2"')}`
    const file = packed(
      content(table(row(['姓名', '证件号码', '养老', '医疗'].map((head) => text(head)).join('')) + row(cells))),
    )
    expect(people(file)).toMatchObject([{ participation: { PENSION: true, MEDICAL: true } }])
  })

  it('with a password is said to have one', () => {
    expect(problemOf(packed('x', '<m:file-entry><m:encryption-data/></m:file-entry>')).code).toBe('ENCRYPTED')
  })
})

const compound = (...names: string[]) => {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [index, name] of names.entries())
    bytes.set(
      [...name].flatMap((c) => [c.charCodeAt(0), 0]),
      1024 + 128 * index,
    )
  return bytes
}

describe('what is not read is told by name, with what to do', () => {
  it.each([
    ['MHT', strToU8('MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related'), /MHT.*另存为/],
    ['MHT by a browser', strToU8('From: <Saved by Blink>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\n'), /MHT/],
    ['SYLK', encodeGb18030('ID;PWXL;N;E\nC;Y1;X1;K"姓名"\n'), /SYLK.*另存为/],
    ['DIF', strToU8('TABLE\r\n0,1\r\n"EXCEL"\r\n'), /DIF/],
    ['Numbers', zipSync({ 'Index/Document.iwa': strToU8('x') }), /Numbers.*导出为/],
    ['XLSB', zipSync({ 'xl/workbook.bin': strToU8('x') }), /\.xlsb.*另存为/],
    ['BIFF', compound('Workbook'), /\.xls.*另存为/],
    ['a bare old sheet', Uint8Array.of(0x09, 0x08, 0x10, 0x00, 0, 6, 5, 0), /旧版/],
    ['a locked XLSX', compound('EncryptedPackage', 'Workbook'), /加密.*取消密码/],
    ['a file of protection software', strToU8('%TSD-Header-###%\0\0\0\0'), /文档加密软件/],
    ['PDF', strToU8('%PDF-1.7'), /PDF/],
    ['GIF', strToU8('GIF89a'), /图片/],
    ['HEIC', strToU8('\0\0\0\x18ftypheic'), /图片/],
    ['RAR', strToU8('Rar!\x1a'), /解压/],
    ['an archive of lists', zipSync({ 'a/名单.xlsx': strToU8('x') }), /解压/],
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), /没有表格/],
    ['Word', zipSync({ 'word/document.xml': strToU8('x') }), /Word/],
    ['old Word', compound('WordDocument'), /Word/],
    ['OFD', zipSync({ 'OFD.xml': strToU8('x') }), /OFD/],
    ['JSON', strToU8('[{"姓名":"张三"}]'), /JSON/],
    ['another XML', strToU8('<?xml version="1.0"?><Document xmlns="urn:iso"/>'), /XML/],
    ['RTF', strToU8('{\\rtf1'), /RTF/],
  ])('%s', (_, bytes, words) => {
    const problem = problemOf(bytes)
    expect(wordFileProblem(problem, '', 'zh-CN')).toMatch(words)
    expect(wordFileProblem(problem, 'a.xls', 'en')).not.toMatch(/[\u4E00-\u9FFF{}]/)
  })
})

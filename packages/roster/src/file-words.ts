// What is wrong or odd about a file, and what to do about it, in both languages: the site and the command line say the same.
import { officialHeader } from './official-headers.ts'
import { columnName } from './column-name.ts'
import type { WorkbookKind } from './cell.ts'
import type { FileProblem, FileProblemCode } from './file-problem.ts'
import type { FileRemark, FileRemarkCode } from './file-remark.ts'
import { isForeignFormat } from './name-format.ts'
import type { ForeignFormat } from './name-format.ts'
import type { RosterLanguage } from './roster-columns.ts'

type Pair = Readonly<Record<RosterLanguage, string>>

const problemWords: Readonly<Record<FileProblemCode, Pair>> = {
  EMPTY: {
    'zh-CN': '文件{name}是空的。请确认选对了文件，并在表格程序中保存后再试。',
    en: 'The file {name} is empty. Make sure it is the right one, and save it in your spreadsheet program first.',
  },
  NOT_A_SPREADSHEET: {
    'zh-CN': '文件{name}不是电子表格。{format}',
    en: 'The file {name} is not a spreadsheet. {format}',
  },
  UNSUPPORTED_FORMAT: {
    'zh-CN': '暂不能直接读取文件{name}。{format}',
    en: 'The file {name} cannot be read as it is. {format}',
  },
  LEGACY_XLS: {
    'zh-CN':
      '文件{name}是旧版二进制表格（Excel 97—2003 的 .xls 或 WPS 的 .et）。请用 Excel 或 WPS 打开，选择“文件”→“另存为”，类型选“Excel 工作簿（*.xlsx）”，再选择另存的文件。',
    en: 'The file {name} is in the old binary format (Excel 97–2003 .xls, or WPS .et). Open it in Excel or WPS, choose File → Save As, type “Excel Workbook (*.xlsx)”, and choose the new file.',
  },
  ENCRYPTED: {
    'zh-CN': '文件{name}已加密。{format}请勿将密码告知他人。',
    en: 'The file {name} is locked. {format}Tell nobody the password.',
  },
  CORRUPT: {
    'zh-CN': '文件{name}已损坏{part}，无法完整读取。请重新导出，或在表格程序中打开修复后另存为 .xlsx。',
    en: 'The file {name} is damaged{part} and cannot be read as a whole. Export it again, or open and repair it in your spreadsheet program and save it as .xlsx.',
  },
  CELL_TOO_LONG: {
    'zh-CN':
      '文件{name}中{sheet}{cell} 单元格有 {characters} 个字符，超过了单元格最多 {maxCharacters} 个字符的上限。请删去该单元格中多余的内容，保存后再试。',
    en: 'In the file {name}, cell {cell}{sheet} holds {characters} characters; a cell holds at most {maxCharacters}. Cut that cell down, save the file and try again.',
  },
  TOO_MUCH_CONTENT: {
    'zh-CN':
      '文件{name}{sheet}的内容过多{row}：远处的单元格、整行整列填充的内容或成千上万格重复的长文字。请将名单复制到新建的表格中，另存为 .xlsx 后再试。',
    en: 'The file {name} holds too much{sheet}{row}: cells far out, whole rows or columns filled, or long texts repeated in thousands of cells. Copy the list into a new spreadsheet and save that as .xlsx.',
  },
  TOO_LARGE: {
    'zh-CN': '文件{name}过大，超过 {max}。请删去图片、其他工作表和空白行，只保留职工名单后再试。',
    en: 'The file {name} is too large, over {max}. Take out pictures, other sheets and blank rows, and keep the list of employees only.',
  },
  ZIP_BOMB: {
    'zh-CN': '文件{name}展开后大得异常，为安全起见没有读取。请将名单复制到新建的表格中另存后再试。',
    en: 'The file {name} unpacks to an extraordinary size and was not read, to be safe. Copy the list into a new spreadsheet and save that.',
  },
  TOO_MANY_ROWS: {
    'zh-CN': '文件{name}的行数过多（{rows} 行，上限 {maxRows} 行）。请分开各单位的名单，并删去名单以外的行。',
    en: 'The file {name} has too many rows ({rows}; at most {maxRows}). Separate the lists of different units and take out rows that belong to none.',
  },
  NO_TABLE: {
    'zh-CN': '在文件{name}中没有找到职工名单。表头至少应有“姓名”和“证件号码”两列，其下有人员。',
    en: 'No list of employees was found in {name}. Its head needs at least the columns “Name” and “ID number”, with people below.',
  },
}

const SAVE_AS: Pair = {
  'zh-CN': '请用 Excel 或 WPS 打开，选择“文件”→“另存为”，类型选“Excel 工作簿（*.xlsx）”，再选择另存的文件。',
  en: 'Open it in Excel or WPS, choose File → Save As, type “Excel Workbook (*.xlsx)”, and choose the new file.',
}
const TYPE_IN: Pair = {
  'zh-CN': '请向制表人索要原来的表格文件（.xlsx），或在表格程序中录成表格后再试。',
  en: 'Ask whoever made it for the spreadsheet itself (.xlsx), or type the list into one.',
}
const plus = (first: Pair, second: Pair): Pair => ({
  'zh-CN': `${first['zh-CN']}${second['zh-CN']}`,
  en: `${first.en} ${second.en}`,
})
const it = (chinese: string, english: string): Pair => ({ 'zh-CN': `它是${chinese}。`, en: `It is ${english}.` })

const formatWords: Readonly<Record<ForeignFormat, Pair>> = {
  archive: plus(it('压缩包（RAR、7z 或 gzip）', 'an archive (RAR, 7z or gzip)'), {
    'zh-CN': '请先解压，再选择其中的表格文件。',
    en: 'Unpack it first and choose the spreadsheet in it.',
  }),
  binary: plus(it('无法识别的二进制文件', 'a binary file of an unknown kind'), SAVE_AS),
  dif: plus(it('DIF 数据交换格式', 'in the Data Interchange Format (DIF)'), SAVE_AS),
  doc: plus(it('旧版 Word 文档（.doc）', 'an old Word document (.doc)'), TYPE_IN),
  docx: plus(it('Word 文档（.docx）', 'a Word document (.docx)'), TYPE_IN),
  html: plus(
    it(
      '没有表格的网页（可能是登录超时后的页面）',
      'a web page without a table, perhaps the page of a session that ran out',
    ),
    {
      'zh-CN': '请重新登录原系统再导出一次。',
      en: 'Sign in to the system it comes from and export it again.',
    },
  ),
  'html-frames': plus(
    it(
      '由多个文件组成的网页，各工作表在旁边的文件夹中',
      'a web page whose sheets are further files in a folder beside it',
    ),
    SAVE_AS,
  ),
  image: plus(it('图片', 'a picture'), TYPE_IN),
  json: plus(it('JSON 数据', 'JSON data'), TYPE_IN),
  mht: plus(it('单个文件网页（MHT）', 'a single-file web page (MHT)'), SAVE_AS),
  numbers: plus(it('苹果 Numbers 表格', 'an Apple Numbers spreadsheet'), {
    'zh-CN': '请在 Numbers 中选择“文件”→“导出为”→“Excel”，再选择导出的 .xlsx 文件。',
    en: 'In Numbers choose File → Export To → Excel, and choose the .xlsx file it makes.',
  }),
  'ods-other': plus(it('OpenDocument 文档，但不是表格', 'an OpenDocument file, but no spreadsheet'), TYPE_IN),
  ofd: plus(it('OFD 版式文件', 'an OFD document'), TYPE_IN),
  ole: plus(it('其他 Office 程序的旧格式文件', 'an old file of another Office program'), TYPE_IN),
  pdf: plus(it('PDF 文件', 'a PDF'), TYPE_IN),
  ppt: plus(it('旧版演示文稿（.ppt）', 'an old presentation (.ppt)'), TYPE_IN),
  pptx: plus(it('演示文稿（.pptx）', 'a presentation (.pptx)'), TYPE_IN),
  protected: {
    'zh-CN': '它由单位的文档加密软件加密，只能在本单位电脑上打开。请按单位规定申请解密，或将名单复制到新建的表格中。',
    en: 'It was encrypted by the document-protection software of a company. Ask there for a decrypted copy, or copy the list into a new spreadsheet. ',
  },
  rtf: plus(it('RTF 文档', 'a rich-text document (RTF)'), TYPE_IN),
  sylk: plus(it('SYLK 符号链接格式（.slk）', 'in the symbolic-link format (SYLK, .slk)'), SAVE_AS),
  xlsb: plus(it('二进制工作簿（.xlsb）', 'a binary workbook (.xlsb)'), SAVE_AS),
  xml: plus(it('其他用途的 XML 文件', 'an XML file for something else'), SAVE_AS),
  zip: plus(it('ZIP 压缩包，其中没有表格', 'a ZIP archive without a spreadsheet in it'), TYPE_IN),
  'zip-of-sheets': plus(it('装有表格的 ZIP 压缩包', 'a ZIP archive with spreadsheets in it'), {
    'zh-CN': '请先解压，再选择其中的一个文件。',
    en: 'Unpack it first and choose one of the files.',
  }),
}

const PASSWORD: Pair = {
  'zh-CN': '设有打开密码。请在表格程序中取消密码、另存后再试；',
  en: 'It has a password to open it: take that off in your spreadsheet program, save it and try again. ',
}

const remarkWords: Readonly<Record<FileRemarkCode, Pair>> = {
  HIDDEN_SHEETS: {
    'zh-CN': '文件中有隐藏的工作表（{sheets}），没有读入。',
    en: 'The file has hidden sheets ({sheets}), which were not read.',
  },
  HIDDEN_SHEET_READ: {
    'zh-CN': '名单只在隐藏的工作表“{sheet}”中找到，已读入，请核对是否是要申报的名单。',
    en: 'The only list stands on the hidden sheet “{sheet}” and was read. Check that it is the one to file.',
  },
  OTHER_LIST: {
    'zh-CN': '工作表“{sheet}”中还有一份名单（{rows} 行），没有读入；需要时可以改选。',
    en: 'Sheet “{sheet}” holds another list ({rows} rows), which was not read; you can choose it instead.',
  },
  TABLE_BELOW: {
    'zh-CN': '第 {row} 行起是另一张表（其下 {rows} 行），没有读入。如其中也有要申报的人员，请移到同一张表中。',
    en: 'Another table begins in row {row} ({rows} rows below) and was not read. If people to file stand there too, move them into the same table.',
  },
  HIDDEN_ROWS: {
    'zh-CN': '有 {count} 人在被筛选或隐藏的行中（第 {rows} 行等），也已读入。',
    en: '{count} of the people stand in rows that are filtered out or hidden (row {rows} …); they were read too.',
  },
  BREAKS_OFF: {
    'zh-CN': '表格在第 {row} 行之后没有正常结束，文件可能不完整，其后的人员可能缺失。请核对人数，必要时重新导出。',
    en: 'The table does not end properly after row {row}: the file may be cut off and people missing. Compare the number of people, and export it again if need be.',
  },
  ROWS_IN_COMMENT: {
    'zh-CN': '第 {row} 行之后有被注释掉的行，没有读入。请核对人数。',
    en: 'After row {row} there are rows in a comment, which were not read. Compare the number of people.',
  },
  CELLS_WITHOUT_HEAD: {
    'zh-CN': '有 {count} 行在最后一个列名右边还有内容（第 {rows} 行等），没有读入。',
    en: '{count} rows hold something right of the last column head (row {rows} …), which was not read.',
  },
  QUOTE_NOT_CLOSED: {
    'zh-CN': '第 {row} 行{column}的引号没有成对，已按没有引号读取，其后各行不受影响。请核对该行。',
    en: 'Row {row}{column}: a quotation mark is not closed. It was taken for a slip and the rows below are read as they stand. Check this row.',
  },
  QUOTE_INSIDE: {
    'zh-CN': '第 {row} 行{column}的引号内又有引号，该行各列可能错位。请核对该行。',
    en: 'Row {row}{column}: a quotation mark stands within a quoted cell, so the columns of the row may have shifted. Check this row.',
  },
  LOST_CHARACTER: {
    'zh-CN': '第 {row} 行{column}有无法识别的字符（显示为“\uFFFD”），原字已丢失。请在文件中更正该行。',
    en: 'Row {row}{column} holds bytes that are no character (shown as “\uFFFD”); what stood there is lost. Correct this row in the file.',
  },
  UNCOMPUTED_FORMULAS: {
    'zh-CN': '有 {count} 个公式没有计算结果，按空白读取。请在表格程序中打开文件、保存后再读。',
    en: '{count} formulas have no result in the file and count as blank. Open the file in a spreadsheet program, save it and read it again.',
  },
  DATE_BEFORE_MIDNIGHT: {
    'zh-CN':
      '第 {row} 行{column}的日期为 {stated} 午夜前一分钟之内，这是某些导出程序的已知错误，已改读为次日 {taken}。请核对。',
    en: 'Row {row}{column}: the date lies within the last minute of {stated}, a known fault of some exporters; the next day, {taken}, was taken. Please check.',
  },
}

const kindWords: Readonly<Record<WorkbookKind, Pair>> = {
  XLSX: { 'zh-CN': 'Excel 工作簿（XLSX）', en: 'Excel workbook (XLSX)' },
  CSV: { 'zh-CN': '文本表格（CSV）', en: 'text table (CSV)' },
  ODS: { 'zh-CN': '开放文档表格（ODS）', en: 'OpenDocument spreadsheet (ODS)' },
  XML_2003: { 'zh-CN': 'Excel 2003 XML 表格', en: 'Excel 2003 XML spreadsheet' },
  HTML: { 'zh-CN': '网页表格（HTML）', en: 'table of a web page (HTML)' },
}

export function wordWorkbookKind(kind: WorkbookKind, language: RosterLanguage): string {
  return kindWords[kind][language]
}

/** Why the file could not be read, and what to do. Without a name it is just "the file". */
export function wordFileProblem({ code, params }: FileProblem, fileName: string, language: RosterLanguage): string {
  const chinese = language === 'zh-CN'
  const { detected, sheet, row, part, maxBytes } = params
  const format = isForeignFormat(detected) ? formatWords[detected] : code === 'ENCRYPTED' ? PASSWORD : SAVE_AS
  const named = sheet === undefined || sheet === '' ? '' : chinese ? `工作表“${sheet}”` : ` on sheet “${sheet}”`
  return fill(problemWords[code][language], {
    ...params,
    name: fileName === '' ? '' : chinese ? `“${fileName}”` : `“${fileName}”`,
    format: format[language],
    sheet: named,
    row: row === undefined || row === 0 ? '' : chinese ? `（第 ${row} 行起）` : ` (from row ${row} on)`,
    part: part === undefined ? '' : chinese ? `（${part}）` : ` (${part})`,
    max: `${Math.round(Number(maxBytes ?? 0) / 1_048_576)} MB`,
  })
}

/** Where the remark is about a column: by its field, or by its letter where no field is known. */
export function wordFileRemark(
  { code, row, column, field, header, params }: FileRemark,
  language: RosterLanguage,
): string {
  const chinese = language === 'zh-CN'
  const letter = column === undefined ? '' : columnName(column)
  const head = field === undefined ? (header ?? letter) : officialHeader(field, language)
  const place = head === '' ? '' : chinese ? `“${head}”列` : `, column “${head}”`
  return fill(remarkWords[code][language], { ...params, row: row ?? '', column: place })
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))
}

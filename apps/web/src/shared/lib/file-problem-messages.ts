import type { FileProblemCode } from '@shebao/roster'
import { defineMessages } from './messages.ts'

/** Why a file cannot be read at all, and what to do. */
export const fileProblemWords = defineMessages(
  {
    EMPTY: '文件是空的。',
    NOT_A_SPREADSHEET: '这不是电子表格。请选择 xlsx 或 csv 文件。',
    UNSUPPORTED_FORMAT: '暂不能读取这种格式。请在表格程序中打开，另存为 .xlsx 后再试。',
    LEGACY_XLS: '这是旧版 Excel（.xls）格式。请打开后另存为 .xlsx 再试。',
    ENCRYPTED: '文件设有打开密码。请在表格程序中取消密码、保存后再试。',
    CORRUPT: '文件已损坏，无法完整读取。请重新导出后再试。',
    TOO_LARGE: '文件过大。请删去图片、其他工作表和空白行，或分成几个文件。',
    ZIP_BOMB: '文件展开后大得异常，为安全起见没有读取。请将表格复制到新文件中再试。',
    TOO_MANY_ROWS: '行数过多，请分成几个文件。',
    CELL_TOO_LONG: '有单元格的内容长得异常，没有读取。请检查后另存再试。',
    TOO_MUCH_CONTENT: '文件内容过多。请删去无关的列和工作表，或分成几个文件。',
    NO_TABLE: '没有找到表头。请对照模板检查列名。',
  } satisfies Record<FileProblemCode, string>,
  {
    EMPTY: 'The file is empty.',
    NOT_A_SPREADSHEET: 'This is not a spreadsheet. Choose an xlsx or csv file.',
    UNSUPPORTED_FORMAT: 'This format cannot be read. Open it in your spreadsheet program and save it as .xlsx.',
    LEGACY_XLS: 'This is the old Excel format (.xls). Open it, save it as .xlsx and try again.',
    ENCRYPTED: 'It is locked with a password. Take the password off, save it and try again.',
    CORRUPT: 'It is damaged and cannot be read as a whole. Export it again.',
    TOO_LARGE: 'It is too large. Take out pictures, other sheets and blank rows, or split it.',
    ZIP_BOMB: 'It unpacks to an extraordinary size and was not read, to be safe. Copy the table into a new file.',
    TOO_MANY_ROWS: 'It has too many rows. Split it into several files.',
    CELL_TOO_LONG: 'A cell holds an extraordinarily long text, so the file was not read. Look at it and save it again.',
    TOO_MUCH_CONTENT: 'There is too much in it. Take out columns and sheets that do not belong, or split it.',
    NO_TABLE: 'No head row was found. Compare the column names with the template.',
  },
)

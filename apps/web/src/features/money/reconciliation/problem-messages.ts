import { defineMessages } from '../../../shared/lib/messages.ts'

/** Why a file was refused: what is wrong, what stands there, what would be right. */
export const problemMessages = defineMessages(
  {
    line: '第 {line} 行',
    field: '“{field}”',
    EMPTY: '文件是空的',
    TOO_LARGE: '文件有 {stated} 字节，超过上限（{expected}），请让银行分开提供',
    TOO_MANY_ENTRIES: '分录过多（上限 {expected}）',
    NOT_TEXT: '不是 {expected} 文本，请确认文件完整、未加密',
    NOT_WELL_FORMED: 'XML 不完整或已损坏（{expected}），文件可能被截断，请重新下载',
    DTD_FORBIDDEN: '含有 DOCTYPE 声明，出于安全不予读取，请让银行提供不含 DTD 的文件',
    NOT_A_STATEMENT: '不是对账单或国库清单（读到：{stated}）',
    WRONG_KIND: '这是 {stated}，不是对账单。请在网上银行下载 camt.053（XML）或 CSV 格式的对账单；表格文件请另存为 CSV',
    COLUMNS_UNKNOWN: '认不出各列的含义（读到：{stated}），请在下面指明',
    PAGES_DIFFER: '第 {stated} 页与已收到的各页不符，请核对页码，或撤销后重新上传各页',
    OPENING_MISMATCH:
      '期初余额 {stated} 与上一份对账单的期末余额 {expected} 不符，文件可能不是本账户当日的原件，请向银行核实',
    DAY_MISSING: '缺少这一天的对账单：此文件期初余额 {stated}，此前最后一份的期末余额 {expected}。请先导入缺少的日期',
    CLOSING_MISMATCH: '期末余额 {stated} 与这一天对账单的期初余额 {expected} 不符，请向银行核实',
    TRAILER_MISSING: '没有结尾的合计行（{expected}），文件可能被截断，请重新下载',
    MISSING: '没有填写',
    BAD_VALUE: '写的是“{stated}”，应为 {expected}',
    UNKNOWN_LINE: '无法识别“{stated}”，应为 {expected}',
    WRONG_CURRENCY: '币种是 {stated}，只受理人民币（{expected}）',
    WRONG_ACCOUNT: '账号是 {stated}，本机构账号为 {expected}',
    COUNT_MISMATCH: '文件载明 {stated} 笔，实有 {expected} 笔',
    SUM_MISMATCH: '文件载明合计 {stated}，实际合计 {expected}',
    BALANCE_MISMATCH: '期末余额载明 {stated}，期初余额加发生额应为 {expected}',
    CONTRADICTS: '编号相同、内容不同的对账单已经导入（已导入 {expected} 笔，此文件 {stated} 笔），请向银行核实',
    CORRECTS_BOOKED: '更正后的文件（{stated}）缺少先前文件（{expected}）中已入账的款项，请向银行核实',
    DAY_CLOSED: '{stated} 已关账，不再接受文件',
    DAY_IN_FUTURE: '日期 {stated} 晚于今天（{expected}）',
    OTHER: '未被接受（{stated}）',
  },
  {
    line: 'Line {line}',
    field: '“{field}”',
    EMPTY: 'The file is empty',
    TOO_LARGE: 'The file has {stated} bytes, more than is taken ({expected}); ask the bank for it in parts',
    TOO_MANY_ENTRIES: 'Too many entries ({expected})',
    NOT_TEXT: 'This is no {expected} text; check that the file is whole and not encrypted',
    NOT_WELL_FORMED: 'The XML is cut or damaged ({expected}); download it again',
    DTD_FORBIDDEN: 'It has a document type (DOCTYPE), which is never read; ask the bank for a file without one',
    NOT_A_STATEMENT: 'This is no statement and no treasury list (found: {stated})',
    WRONG_KIND:
      'This is {stated}, not a statement. Download the statement from the bank as camt.053 (XML) or CSV; save a spreadsheet as CSV',
    COLUMNS_UNKNOWN: 'The columns are not known (found: {stated}); say below what they are',
    PAGES_DIFFER:
      'Page {stated} does not fit those that are here; check the numbers, or undo and bring all pages again',
    OPENING_MISMATCH:
      'the opening balance {stated} is not the closing balance {expected} of the last statement; it may not be the bank’s own file of this day, ask the bank',
    DAY_MISSING:
      'the statement of this day is missing: this file opens with {stated}, the last one before closed with {expected}. Bring the missing day first',
    CLOSING_MISMATCH:
      'the closing balance {stated} is not the opening balance {expected} of this day’s statement; ask the bank',
    TRAILER_MISSING: 'The last line with the totals ({expected}) is missing; the file may be cut, download it again',
    MISSING: 'nothing stands there',
    BAD_VALUE: '“{stated}” stands there; right would be {expected}',
    UNKNOWN_LINE: '“{stated}” is not understood; right would be {expected}',
    WRONG_CURRENCY: 'the currency is {stated}; only {expected} is taken',
    WRONG_ACCOUNT: 'The account is {stated}; the office’s own is {expected}',
    COUNT_MISMATCH: 'the file states {stated} entries and holds {expected}',
    SUM_MISMATCH: 'the file states the sum {stated}; its entries come to {expected}',
    BALANCE_MISMATCH: 'the closing balance is stated as {stated}; opening balance and entries come to {expected}',
    CONTRADICTS:
      'a statement with this number and other content is here already (here {expected} entries, in this file {stated}); ask the bank',
    CORRECTS_BOOKED:
      'the corrected file ({stated}) lacks money that the earlier one ({expected}) had and that is booked; ask the bank',
    DAY_CLOSED: '{stated} is closed and takes no more files',
    DAY_IN_FUTURE: '{stated} is after today ({expected})',
    OTHER: 'not accepted ({stated})',
  },
)

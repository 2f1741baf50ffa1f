/** Fields of the CSV layouts in Chinese; of camt.053 the element's own name is shown, as the bank knows it. */
const words: Record<string, string> = {
  amount: '金额',
  credit: '贷方金额',
  debit: '借方金额',
  'credit / debit': '贷方金额 / 借方金额',
  direction: '借贷标志',
  valueDate: '起息日',
  reference: '流水号',
  account: '账号',
  statementNo: '对账单编号',
  day: '日期',
  count: '笔数',
  sum: '合计',
  turnover: '发生额合计',
  creditCount: '贷方笔数',
  debitCount: '借方笔数',
  creditSum: '贷方合计',
  debitSum: '借方合计',
  opening: '期初余额',
  closing: '期末余额',
  closingBalance: '期末余额',
}
const english: Record<string, string> = {
  valueDate: 'value date',
  statementNo: 'statement number',
  creditCount: 'number of credits',
  debitCount: 'number of debits',
  creditSum: 'sum of credits',
  debitSum: 'sum of debits',
  opening: 'opening balance',
  closing: 'closing balance',
  closingBalance: 'closing balance',
}

export const fieldWord = (field: string, language: string): string =>
  (language === 'en' ? english[field] : words[field]) ?? field

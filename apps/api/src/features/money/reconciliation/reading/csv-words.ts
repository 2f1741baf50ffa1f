/** Words that banks put over the columns, before values and in the last line of their CSV files, in both languages. */
const columnWords = {
  line: ['序号', '行号', 'no', 'line', '#'],
  bookedOn: ['记账日期', '交易日期', '入账日期', '入库日期', 'bookingdate', 'date', 'transactiondate'],
  valueDate: ['起息日', '起息日期', '生效日期', 'valuedate'],
  reference: [
    '流水号',
    '交易流水号',
    '银行流水号',
    '业务参考号',
    '凭证号',
    'reference',
    'bankreference',
    'transactionid',
  ],
  endToEndId: ['客户流水号', '端到端标识', '业务编号', '商户订单号', 'endtoendid', 'end-to-endid', 'customerreference'],
  direction: ['借贷标志', '借贷方向', '收支标志', '收/支', 'direction', 'creditdebit', 'd/c'],
  amount: ['金额', '交易金额', '发生额', '入库金额', 'amount'],
  credit: ['贷方金额', '贷方发生额', '收入金额', '收入', 'credit', 'creditamount'],
  debit: ['借方金额', '借方发生额', '支出金额', '支出', 'debit', 'debitamount'],
  payerName: ['对方户名', '付款人', '付款人名称', '付款单位', '对方单位', 'counterparty', 'payer', 'payername'],
  payerAccount: ['对方账号', '付款人账号', '付款账号', 'counterpartyaccount', 'payeraccount'],
  remittance: ['附言', '摘要', '用途', '备注', 'remittance', 'description', 'narrative', 'purpose'],
} as const
export type CsvColumn = keyof typeof columnWords
export const csvColumns = Object.keys(columnWords).filter((name): name is CsvColumn => name in columnWords)

const headWords = {
  account: ['账号', '本方账号', '账户', '收款账号', 'account', 'accountnumber', 'accountno'],
  statementNo: ['对账单编号', '对账单号', '清单编号', '编号', 'statement', 'statementno', 'statementnumber', 'listno'],
  day: ['对账日期', '账单日期', '清单日期', '日期', 'day', 'date', 'statementdate'],
  currency: ['币种', 'currency'],
  opening: ['期初余额', '上日余额', 'openingbalance', 'opening'],
  closing: ['期末余额', '本日余额', 'closingbalance', 'closing'],
  count: ['笔数', '总笔数', '合计笔数', 'count', 'entries'],
  sum: ['金额', '合计金额', '净额', '总金额', 'sum', 'total', 'netamount'],
} as const
export type CsvHeadWord = keyof typeof headWords
export const csvHeadWords = Object.keys(headWords).filter((name): name is CsvHeadWord => name in headWords)

/** What a person has said about a bank's file: what its columns are called, and what the file itself does not say. */
export interface CsvLayout {
  /** The word over a column and what it is; `IGNORED` for what the office has no use for. */
  columns: Readonly<Record<string, CsvColumn | 'IGNORED'>>
  /** Typed from paper or screen for this one file: never remembered. */
  stated?: Readonly<Partial<Record<CsvHeadWord, string>>> | undefined
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.:]|\([^)]*\)/g, '')

const lookUp = <Name extends string>(words: Record<Name, readonly string[]>) => {
  const names = new Map<string, Name>()
  for (const name of Object.keys(words) as Name[]) for (const word of words[name]) names.set(plain(word), name)
  return (text: string) => names.get(plain(text))
}

const builtIn = lookUp<CsvColumn>(columnWords)

/** What a column is by its word: as somebody has said for this bank, or as most banks call it. */
export function columnReader(layout: CsvLayout | undefined): (text: string) => CsvColumn | undefined {
  const told = new Map(Object.entries(layout?.columns ?? {}).map(([word, column]) => [plain(word), column]))
  return (text) => {
    const own = told.get(plain(text))
    return own === 'IGNORED' ? undefined : (own ?? builtIn(text))
  }
}
export const headWordOf = lookUp<CsvHeadWord>(headWords)
export const isTrailerWord = (text: string) => ['合计', '总计', 'total', 'totals', '本日合计'].includes(plain(text))
export const isTreasuryWord = (text: string) => /国库|入库|treasury/i.test(text)
export const isCreditWord = (text: string) =>
  ['credit', 'crdt', 'c', '贷', '贷方', '收', '收入', '来账'].includes(plain(text))
export const isDebitWord = (text: string) =>
  ['debit', 'dbit', 'd', '借', '借方', '支', '支出', '往账'].includes(plain(text))

/** camt.053 as real banks write it, piece by piece: the office's own writer makes only its own kind. */
const day = '2026-11-25'
export const sampleAccount = '6200000000000001'

export const balance = (code: string, amount: string, { inner = false, on = day } = {}) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry>${inner ? '<SubTp><Cd>INTM</Cd></SubTp>' : ''}</Tp><Amt Ccy="CNY">${amount}</Amt>` +
  `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`

export interface SampleEntry {
  amount?: string
  side?: string
  /** Empty: none anywhere. */
  reference?: string
  details?: string
  more?: string
  on?: string
  status?: string
}

export function entry(sample: SampleEntry = {}): string {
  const {
    amount = '50.00',
    side = 'CRDT',
    reference = 'B1',
    details = '',
    more = '',
    on = day,
    status = 'BOOK',
  } = sample
  return (
    `<Ntry><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${more}<Sts>${status}</Sts><BookgDt><Dt>${on}</Dt></BookgDt>` +
    `<ValDt><Dt>${on}</Dt></ValDt>${reference ? `<AcctSvcrRef>${reference}</AcctSvcrRef>` : ''}<BkTxCd/>` +
    `${details ? `<NtryDtls>${details}</NtryDtls>` : ''}</Ntry>`
  )
}

const payer = '<RltdPties><Dbtr><Nm>甲公司</Nm></Dbtr><Cdtr><Nm>社保经办处</Nm></Cdtr></RltdPties>'

export const detail = (
  reference: string,
  amount: string,
  { side = '', more = '', parties = payer, currency = 'CNY' } = {},
) =>
  `<TxDtls>${reference ? `<Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs>` : ''}${amount ? `<Amt Ccy="${currency}">${amount}</Amt>` : ''}` +
  `${side ? `<CdtDbtInd>${side}</CdtDbtInd>` : ''}${more}${parties}</TxDtls>`

export interface SampleStatement {
  id?: string
  account?: string
  opening?: string | undefined
  closing?: string | undefined
  balances?: string
  entries?: string
  more?: string
}

export function sampleStatement(sample: SampleStatement = {}): string {
  const { id = 'S1', account = sampleAccount, entries = entry(), more = '' } = sample
  const balances = sample.balances ?? `${balance('OPBD', '100.00')}${balance('CLBD', sample.closing ?? '150.00')}`
  return (
    `<Stmt><Id>${id}</Id>${more}<CreDtTm>${day}T20:00:00+08:00</CreDtTm><Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>` +
    `${balances}${entries}</Stmt>`
  )
}

export const page = (number: number, last: boolean) =>
  `<StmtPgntn><PgNb>${number}</PgNb><LastPgInd>${String(last)}</LastPgInd></StmtPgntn>`

/** `version`: the last two figures of the namespace. */
export const camtFile = (statements: string, { header = '', encoding = 'UTF-8', version = '02' } = {}) =>
  `<?xml version="1.0" encoding="${encoding}"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>` +
  `<GrpHdr><MsgId>M1</MsgId><CreDtTm>${day}T20:00:00+08:00</CreDtTm>${header}</GrpHdr>${statements}</BkToCstmrStmt></Document>`

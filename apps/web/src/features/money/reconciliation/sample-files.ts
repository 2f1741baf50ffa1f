/** Files that the office takes in, as somebody would find them at the bank. */
const csv = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`
const account = '1100600000000018'

export function sampleStatement(language: string): string {
  return language === 'en'
    ? csv([
        [
          'Account',
          account,
          'Statement no.',
          'S20261125',
          'Statement date',
          '2026-11-25',
          'Opening balance',
          '3703.00',
        ],
        ['Booking date', 'Reference', 'Debit', 'Credit', 'Payer', 'Payer account', 'Purpose'],
        ['2026-11-25', 'SB0001', '', '3703.00', 'Example Ltd', '6200123456789012', 'JF202611000001'],
        ['2026-11-25', 'SB0002', '500.00', '', 'Example Ltd', '6200123456789012', 'Refund'],
        ['TOTAL', 'Count', '2', 'Sum', '3203.00', 'Closing balance', '6906.00'],
      ])
    : csv([
        ['账号', account, '对账单编号', 'DZ20261125', '对账日期', '2026-11-25', '期初余额', '3703.00'],
        ['交易日期', '流水号', '借方金额', '贷方金额', '对方户名', '对方账号', '附言'],
        ['2026-11-25', 'SB0001', '', '3703.00', '示例单位', '6200123456789012', 'JF202611000001'],
        ['2026-11-25', 'SB0002', '500.00', '', '示例单位', '6200123456789012', '退费'],
        ['合计', '笔数', '2', '金额', '3203.00', '期末余额', '6906.00'],
      ])
}

export function sampleTreasury(language: string): string {
  return language === 'en'
    ? csv([
        ['Treasury list', '', 'Account', account, 'List no.', 'G20261125', 'Day', '2026-11-25'],
        ['Booking date', 'Reference', 'Amount'],
        ['2026-11-25', 'SB0001', '3703.00'],
        ['TOTAL', 'Count', '1', 'Sum', '3703.00'],
      ])
    : csv([
        ['国库入库清单', '', '账号', account, '清单编号', 'GK20261125', '清单日期', '2026-11-25'],
        ['入库日期', '流水号', '入库金额'],
        ['2026-11-25', 'SB0001', '3703.00'],
        ['合计', '笔数', '1', '金额', '3703.00'],
      ])
}

const balance = (code: string, amount: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>`

export const sampleCamt = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
  '<GrpHdr><MsgId>M20261125</MsgId><CreDtTm>2026-11-25T20:00:00+08:00</CreDtTm></GrpHdr>',
  `<Stmt><Id>DZ20261125</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>`,
  balance('OPBD', '3703.00'),
  balance('CLBD', '7406.00'),
  '<Ntry><Amt Ccy="CNY">3703.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>',
  '<BookgDt><Dt>2026-11-25</Dt></BookgDt><ValDt><Dt>2026-11-25</Dt></ValDt><AcctSvcrRef>SB0001</AcctSvcrRef>',
  '<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>示例单位</Nm></Pty></Dbtr></RltdPties>',
  '<RmtInf><Ustrd>JF202611000001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>',
  '</Stmt></BkToCstmrStmt></Document>',
  '',
].join('\n')

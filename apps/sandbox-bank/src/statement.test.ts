import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from './arrival.ts'
import { buildCamt053 } from './camt053.ts'
import { OrderStatus } from '@shebao/bank-protocol'
import { buildStatementCsv, buildTreasuryCsv } from './statement-csv.ts'
import { statementOf } from './statement.ts'
import type { BookedEntry } from './statement.ts'
import { account, startTestBank } from './testing/test-bank.ts'
import type { TestBank } from './testing/test-bank.ts'

const entry = (change: Partial<BookedEntry>): BookedEntry => ({
  reference: 'SB1',
  endToEndId: null,
  amount: 100_00,
  directDebit: false,
  bookedOn: '2026-11-25',
  valueDate: '2026-11-25',
  payerName: '甲公司',
  payerAccount: '6200000000000001',
  remittance: 'JF202611000001',
  ...change,
})
const history = [
  entry({ reference: 'SB0', amount: 1_000_05, bookedOn: '2026-11-24', valueDate: '2026-11-24' }),
  entry({ reference: 'SB1', endToEndId: 'key-00000001', amount: 3_703_00 }),
  entry({ reference: 'SB2', amount: 2_000_50, payerName: '乙 & 丙 <公司>', remittance: '补缴, "七月"' }),
  entry({ reference: 'SB3', amount: -500_05, payerName: '丁公司', endToEndId: 'refund-01' }),
  entry({ reference: 'SB4', amount: 7_00, bookedOn: '2026-11-26', valueDate: '2026-11-26' }),
]

describe('the statement of a day', () => {
  it('opens with what the day before closed with, and closes with its entries added', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) =>
      statementOf(account, history, day),
    )
    expect(days.map(({ opening, closing }) => [opening, closing])).toEqual([
      [0, 0],
      [0, 1_000_05],
      [1_000_05, 6_203_50],
      [6_203_50, 6_210_50],
    ])
    expect(days.map(({ sequence }) => sequence - (days[0]?.sequence ?? 0))).toEqual([0, 1, 2, 3])
  })

  it('has a number of its own for each content', () => {
    const { number } = statementOf(account, history, '2026-11-25')
    expect(number).toMatch(/^20261125-[0-9a-f]{8}$/)
    expect(statementOf(account, history, '2026-11-25').number).toBe(number)
    expect(statementOf(account, history.slice(0, 3), '2026-11-25').number).not.toBe(number)
  })
})

describe('camt.053', () => {
  const xml = buildCamt053(statementOf(account, history, '2026-11-25'))

  it('has header, account, balances and sums in the order of the schema', () => {
    const names = [...xml.matchAll(/<([A-Z]\w+)[ >]/g)].map(([, name]) => name)
    expect(names.slice(0, 12).join(' ')).toBe(
      'Document BkToCstmrStmt GrpHdr MsgId CreDtTm MsgPgntn PgNb LastPgInd Stmt Id ElctrncSeqNb CreDtTm',
    )
    expect(xml).toContain('xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"')
    expect(xml).toContain(
      '<Acct><Id><Othr><Id>1100600000000018</Id></Othr></Id><Ccy>CNY</Ccy><Nm>示范社保基金 &#60;专户&#62;</Nm>',
    )
    expect(xml).toContain(
      '<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">1000.05</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-25</Dt></Dt></Bal>',
    )
    expect(xml).toContain('<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">6203.50</Amt>')
    expect(xml).toContain(
      '<TtlNtries><NbOfNtries>3</NbOfNtries><Sum>6203.55</Sum><TtlNetNtry><Amt>5203.45</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry></TtlNtries>' +
        '<TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>5703.50</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>500.05</Sum></TtlDbtNtries>',
    )
  })

  it('names for each entry the bank’s reference, our key, who paid and for what', () => {
    const entries = [...xml.matchAll(/<Ntry>.*?<\/Ntry>/g)].map(([one]) => one)
    expect(entries[0]).toBe(
      '<Ntry><NtryRef>1</NtryRef><Amt Ccy="CNY">3703.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>' +
        '<BookgDt><Dt>2026-11-25</Dt></BookgDt><ValDt><Dt>2026-11-25</Dt></ValDt><AcctSvcrRef>SB1</AcctSvcrRef>' +
        '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>' +
        '<NtryDtls><TxDtls><Refs><AcctSvcrRef>SB1</AcctSvcrRef><EndToEndId>key-00000001</EndToEndId></Refs>' +
        '<Amt Ccy="CNY">3703.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>' +
        '<RltdPties><Dbtr><Pty><Nm>甲公司</Nm></Pty></Dbtr><DbtrAcct><Id><Othr><Id>6200000000000001</Id></Othr></Id></DbtrAcct></RltdPties>' +
        '<RmtInf><Ustrd>JF202611000001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>',
    )
    expect(entries[1]).toContain('<EndToEndId>NOTPROVIDED</EndToEndId>')
    expect(entries[1]).toContain('乙 &#38; 丙 &#60;公司&#62;')
    expect(entries[2]).toContain('<Amt Ccy="CNY">500.05</Amt><CdtDbtInd>DBIT</CdtDbtInd>')
    expect(entries[2]).toContain('<Cdtr><Pty><Nm>丁公司</Nm></Pty></Cdtr>')
  })

  it('leaves out a key longer than the standard’s 35 characters', () => {
    const long = [entry({ endToEndId: 'k'.repeat(36) })]
    expect(buildCamt053(statementOf(account, long, '2026-11-25'))).toContain('<EndToEndId>NOTPROVIDED</EndToEndId>')
  })
})

describe('CSV', () => {
  it('has the same entries and ends with count, sum and balances', () => {
    const statement = statementOf(account, history, '2026-11-25')
    expect(buildStatementCsv(statement).split('\r\n')).toEqual([
      `FILE,BANK,${statement.number},1100600000000018,示范社保基金 <专户>,2026-11-25,CNY`,
      'ENTRY,1,2026-11-25,2026-11-25,SB1,key-00000001,CREDIT,3703.00,甲公司,6200000000000001,JF202611000001',
      'ENTRY,2,2026-11-25,2026-11-25,SB2,,CREDIT,2000.50,乙 & 丙 <公司>,6200000000000001,"补缴, ""七月"""',
      'ENTRY,3,2026-11-25,2026-11-25,SB3,refund-01,DEBIT,500.05,丁公司,6200000000000001,JF202611000001',
      'TOTAL,3,5203.45,1000.05,6203.50',
      '',
    ])
    expect(buildTreasuryCsv(statement).split('\r\n').at(-2)).toBe('TOTAL,3,5203.45')
  })
})

describe('files of the running bank', () => {
  let bank: TestBank
  const today = dayOf(Date.now())
  const rehearse = (form: Record<string, string>) => bank.press(`/rehearsal?day=${today}`, form)
  const file = async (path: string) => (await bank.call('GET', path)).text()
  const amounts = async (path: string) =>
    (await file(path)).split('\r\n').flatMap((line) => (line.startsWith('ENTRY,') ? [line.split(',')[7]] : []))
  const referenceOf = async (amount: string) =>
    (await file(`/treasury/${today}.csv`))
      .split('\r\n')
      .find((line) => line.includes(`,${amount},`))
      ?.split(',')[4] ?? ''

  beforeAll(async () => {
    bank = await startTestBank()
    const { payPath } = OrderStatus.parse(
      await (
        await bank.call('POST', '/orders', {
          key: 'key-00000001',
          amount: 370_300,
          payee: account.name,
          payer: '甲公司',
          noticeNumber: 'JF202611000001',
          period: '2026-11',
          returnPath: '/employer/bills/1',
          language: 'en',
          validForSeconds: 3600,
        })
      ).json(),
    )
    await bank.press(payPath, { action: 'pay', behaviour: 'SILENT' })
    await rehearse({ action: 'transfer', payerName: '乙公司', amount: '2000.5', remittance: 'JF202611000002' })
  })
  afterEach(() => rehearse({ action: 'mend' }))
  afterAll(() => bank.close())

  it('show all money of the day, whatever the channel, also after a kill', async () => {
    await bank.startProcess()
    await bank.kill()
    await bank.startProcess()
    expect(await amounts(`/statements/${today}.csv`)).toEqual(['3703.00', '2000.50'])
    const xml = await file(`/statements/${today}`)
    expect(xml).toContain('<EndToEndId>key-00000001</EndToEndId>')
    expect(xml).toContain('<Ustrd>JF202611000002</Ustrd>')
    expect(xml).toContain('<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">5703.50</Amt>')
    expect(await file(`/treasury/${today}.csv`)).toContain('TOTAL,2,5703.50')
    expect(await file('/statements/2026-01-01.csv')).toContain('TOTAL,0,0.00,0.00,0.00')
  })

  it('go to the office only, and only for days', async () => {
    expect((await bank.open(`/statements/${today}`)).status).toBe(401)
    expect((await bank.open(`/treasury/${today}.csv`)).status).toBe(401)
    for (const path of ['/statements/2026-02-30', '/statements/x', `/treasury/${today}`])
      expect((await bank.call('GET', path)).status).toBe(404)
  })

  it.each([
    ['MISSING_IN_BANK', ['2000.50'], ['3703.00', '2000.50']],
    ['AMOUNT', ['3704.00', '2000.50'], ['3703.00', '2000.50']],
    ['TWICE', ['3703.00', '3703.00', '2000.50'], ['3703.00', '2000.50']],
    ['MISSING_IN_TREASURY', ['3703.00', '2000.50'], ['2000.50']],
  ])('%s on request, until mended', async (kind, inBank, inTreasury) => {
    await rehearse({ action: 'spoil', kind, reference: await referenceOf('3703.00') })
    expect(await amounts(`/statements/${today}.csv`)).toEqual(inBank)
    expect(await amounts(`/treasury/${today}.csv`)).toEqual(inTreasury)
    await rehearse({ action: 'mend' })
    expect(await amounts(`/statements/${today}.csv`)).toEqual(['3703.00', '2000.50'])
    expect(await amounts(`/treasury/${today}.csv`)).toEqual(['3703.00', '2000.50'])
  })

  it('can hold an entry nobody knows', async () => {
    await bank.startProcess()
    await rehearse({ action: 'unknown' })
    await bank.kill()
    await bank.startProcess()
    expect(await amounts(`/statements/${today}.csv`)).toEqual(['3703.00', '2000.50', '123.45'])
    expect(await amounts(`/treasury/${today}.csv`)).toHaveLength(2)
  })

  it.each([{ amount: '0' }, { amount: '1.234' }, { amount: '1e5' }, { payerName: ' ' }, { remittance: 'a\nb' }])(
    'do not take the transfer %o, and give it back as it was typed',
    async (wrong) => {
      const typed = { payerName: '丙公司', amount: '5.00', remittance: 'JF1', ...wrong }
      const answer = await rehearse({ action: 'transfer', ...typed })
      expect(answer.status).toBe(400)
      const html = await answer.text()
      expect(html).toContain('role="alert"')
      expect(html).toContain(`value="${typed.amount}"`)
      expect(await amounts(`/statements/${today}.csv`)).toHaveLength(2)
    },
  )
})

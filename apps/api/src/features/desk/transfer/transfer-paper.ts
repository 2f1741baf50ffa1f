import { maskName } from '@shebao/identifiers'
import { countMonths, fen, MOVING_INSURANCES, sumFen } from '@shebao/kernel'
import type { Fen, MonthRange } from '@shebao/kernel'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findIndividual } from '../../register/individual/index.ts'
import { findOffice } from '../../register/office/index.ts'
import { registerDocument } from '../../register/paper/index.ts'
import type { DocumentKind } from '../../register/paper/index.ts'
import { loadRightsOf, yearToday } from '../rights/index.ts'
import { rangeOf } from './counted-months.ts'
import { listMonths } from './relation-transfer.repository.ts'
import type { TransferChange, TransferRow } from './relation-transfer.repository.ts'

/** What a paper of a transfer says, frozen and sealed with the case. */
export interface TransferPaper {
  name: string
  idMasked: string
  region: string
  agency: string
  /** Of the other region's voucher, on a letter of acceptance. */
  voucherNo: string | null
  ranges: readonly MonthRange[]
  principal: Fen
  interest: Fen
  /** Every year of the account has its interest. */
  final: boolean
}

export const paperOf = { OUT: 'TRANSFER_VOUCHER', IN: 'TRANSFER_ACCEPTANCE' } as const satisfies Record<
  string,
  DocumentKind
>

/** Voucher (参保缴费凭证): the months that count here, and what the account holds. */
export async function enterVoucher(
  platform: Platform,
  row: TransferRow,
  ranges: readonly MonthRange[],
): Promise<TransferChange> {
  const { account } = await loadRightsOf(platform, row.individualId, yearToday(platform))
  const principal = sumFen(account.map((year) => year.principal))
  const interest = sumFen(account.map((year) => year.interest))
  // Of the running year nobody knows the rate.
  const final = account.every((year) => year.final || year.year === yearToday(platform))
  const paper = await enter(platform, row, { ranges, principal, interest, final })
  return { paper, announcedPrincipal: BigInt(principal), announcedInterest: BigInt(interest) }
}

/** Letter of acceptance (联系函): this office takes over what the voucher says. */
export async function enterAcceptance(platform: Platform, row: TransferRow): Promise<TransferChange> {
  const ranges = (await listMonths(platform, row.id)).map(rangeOf)
  const [principal, interest] = [fen(Number(row.announcedPrincipal)), fen(Number(row.announcedInterest))]
  const paper = await enter(platform, row, { ranges, principal, interest, final: true })
  const acceptance = { acceptanceNo: row.number, acceptanceOn: platform.clock.today() }
  return { paper, ...acceptance }
}

/** In the register of papers, signed; what it says goes with the case. */
async function enter(
  platform: Platform,
  { id, individualId, number, direction, region, agency, voucherNo }: TransferRow,
  said: Pick<TransferPaper, 'ranges' | 'principal' | 'interest' | 'final'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const [person, office] = [await findIndividual(platform, individualId), await findOffice(platform)]
  if (!person || !office) throw new Error('A transfer without a person or an office.')
  const { name } = platform.vault.open<{ name: string }>(person.personal)
  const { idMasked } = person
  const paper: TransferPaper = { name, idMasked, region, agency, voucherNo, ...said }
  const months = said.ranges.flatMap(({ from, to }) => [from, to]).toSorted()
  await registerDocument(
    platform,
    { kind: direction === 'OUT' ? paperOf.OUT : paperOf.IN, subjectId: id, version: 1 },
    {
      number,
      contentHash: contentHash(JSON.stringify(paper)),
      office,
      summary: {
        unitName: `${maskName(name)} ${idMasked}`,
        issuedAt: platform.clock.now().toISOString(),
        concerning: `${months[0]}/${months.at(-1)}`,
        totalFen: sumFen([said.principal, said.interest]),
      },
    },
  )
  return Buffer.from(platform.vault.seal(paper))
}

/** A line for each insurance that moves: how many months, and which. */
export const linesOf = (ranges: readonly MonthRange[]) =>
  MOVING_INSURANCES.flatMap((insurance) => {
    const own = ranges.filter((range) => range.insurance === insurance)
    const stretches = own.map(({ from, to }) => (from === to ? from : `${from} – ${to}`))
    return own.length === 0 ? [] : [{ insurance, months: countMonths(own, insurance), stretches }]
  })

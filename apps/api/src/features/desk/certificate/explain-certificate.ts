import { fen, FIVE_INSURANCES, period } from '@shebao/kernel'
import { amountOf, explainPersonSum, explainSum, explainUnitOwed, explainUnitPaid } from '@shebao/premium'
import type { Side } from '@shebao/kernel'
import type { CertifiedNotice, Derived, Explanation, NoticeDetail, PersonMonth } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { deriveShares } from '../../money/month/index.ts'
import { explainLateFeeOf } from '../../money/settlement/index.ts'
import { cameIn, leftOf } from './certified-months.ts'
import type { Certificate, CertificateNotice, PersonalCertificate, UnitCertificate } from './load-certificate.ts'

/** How far a derivation goes: so many of a person's months in full, so many of a unit's notices. */
interface Detail {
  months: number
  notices: NoticeDetail
}

/**
 * Limits of the base change once a year and wages seldom more often, so three years of a person are a few derivations; of a unit it
 * is a page or two, because each notice has an annex of its own.
 */
const onPaper: Detail = { months: 8, notices: { listed: 36, inLines: 2 } }
const onScreen: Detail = { months: 12, notices: { listed: 120, inLines: 36 } }

/** What the total of a certificate follows from, for the screen. */
export async function explainTotal(platform: Platform, certificate: Certificate): Promise<Explanation> {
  if (certificate.kind === 'UNIT') return explainPaidByUnit(platform, certificate, onScreen)
  const months = await monthsOf(platform, certificate, cameIn)
  return explainPersonSum({ paidBy: 'PERSONAL' }, certificate.range, months.PERSONAL, onScreen.months)
}

/** What a unit owes on the day, for the screen. */
export async function explainOwed(platform: Platform, certificate: UnitCertificate): Promise<Explanation> {
  return explainUnitOwed(await certifiedNotices(platform, certificate.notices), onScreen.notices)
}

/** Every sum of a certificate, for the annex of the paper; what is nothing needs no derivation. */
export async function explainSums(platform: Platform, certificate: Certificate): Promise<Explanation[]> {
  if (certificate.kind === 'PERSON') return explainPersonalSums(platform, certificate)
  const paid = await explainPaidByUnit(platform, certificate, onPaper)
  if (certificate.content.owed === 0) return [paid]
  return [paid, explainUnitOwed(await certifiedNotices(platform, certificate.notices), onPaper.notices)]
}

async function explainPersonalSums(platform: Platform, certificate: PersonalCertificate): Promise<Explanation[]> {
  const { range } = certificate
  const paid = await monthsOf(platform, certificate, cameIn)
  const open = await monthsOf(platform, certificate, (month) => !cameIn(month))
  return [
    explainPersonSum({ paidBy: 'PERSONAL' }, range, paid.PERSONAL, onPaper.months),
    explainPersonSum({ paidBy: 'EMPLOYER' }, range, paid.EMPLOYER, onPaper.months),
    ...(open.BOTH.length === 0 ? [] : [explainPersonSum('UNPAID', range, open.BOTH, onPaper.months)]),
  ]
}

/** The months that count for a sum, derived: the part of each side, and both together. */
async function monthsOf(
  platform: Platform,
  { months }: PersonalCertificate,
  counts: (month: PersonalCertificate['months'][number]) => boolean,
): Promise<Record<Side | 'BOTH', PersonMonth[]>> {
  const derived = await Promise.all(
    months.filter(counts).map(async (month) => {
      const { EMPLOYER, PERSONAL } = await deriveShares(platform, month)
      return { month, EMPLOYER, PERSONAL, BOTH: explainSum('TOTAL', [EMPLOYER, PERSONAL]) }
    }),
  )
  const sharesOf = (share: Side | 'BOTH') =>
    derived.map((each) => ({ period: period(each.month.period), amount: each[share] }))
  return { EMPLOYER: sharesOf('EMPLOYER'), PERSONAL: sharesOf('PERSONAL'), BOTH: sharesOf('BOTH') }
}

async function explainPaidByUnit(
  platform: Platform,
  { content }: UnitCertificate,
  detail: Detail,
): Promise<Explanation> {
  return explainUnitPaid(await certifiedNotices(platform, content.notices), detail.notices)
}

function certifiedNotices(platform: Platform, notices: readonly CertificateNotice[]): Promise<CertifiedNotice[]> {
  return Promise.all(
    notices.map(async (notice) => ({
      number: notice.number,
      period: period(notice.period),
      lines: sumsOf(notice),
      lateFee: await deriveLateFee(platform, notice),
      settled: notice.due.settled,
      writtenOff: notice.writtenOff,
      open: leftOf(notice),
    })),
  )
}

function sumsOf({ lines }: CertificateNotice): CertifiedNotice['lines'] {
  return FIVE_INSURANCES.flatMap((insurance) =>
    lines
      .filter((line) => line.insurance === insurance)
      .map(({ employer, personal }) => ({
        insurance,
        employer: fen(Number(employer)),
        personal: fen(Number(personal)),
      })),
  )
}

/** Days × rate where that arrives at what was booked: money with an earlier value date may have made it less since. */
async function deriveLateFee(platform: Platform, notice: CertificateNotice): Promise<Derived> {
  const { lateFee } = notice.due
  if (lateFee === 0) return lateFee
  const why = await explainLateFeeOf(platform, notice, platform.clock.today())
  return amountOf(why) === lateFee ? why : lateFee
}

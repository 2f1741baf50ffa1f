import { amountInCapitals, fen } from '@shebao/kernel'
import { printedYuan } from '../../../register/paper/index.ts'
import type { EnforcementPaper } from '../legal-steps.ts'
import { limits } from '../legal-steps.ts'
import { releasedFigures } from '../enforcement-figures.ts'
import { bankOf } from './paper-content.ts'
import type { PaperContent } from './paper-content.ts'
import type { EnforcementPaperWords } from './paper-words.ts'

/** Whose paper it is, to whom it goes, what is listed on it, and what may be done against it (SIL 83, ACL 36). */
interface Layout {
  issuer: 'AGENCY' | 'DEPARTMENT' | 'COURT'
  to: 'UNIT' | 'BANK' | 'DEPARTMENT' | 'COURT'
  lists: readonly ('DEBTS' | 'DEFENCES' | 'INSTALMENTS' | 'ASSETS' | 'STATED' | 'SEIZED' | 'SPREAD')[]
  remedy?: 'REVIEW' | 'DEFENCE' | 'HEARING' | 'OBJECTION'
}
const agency = (to: Layout['to'], lists: Layout['lists'], remedy?: Layout['remedy']): Layout => ({
  issuer: 'AGENCY',
  to,
  lists,
  ...(remedy && { remedy }),
})
export const layouts: Record<EnforcementPaper, Layout> = {
  ORDER: agency('UNIT', ['DEBTS'], 'REVIEW'),
  QUERY_LETTER: agency('BANK', []),
  ALLOCATION_APPLICATION: agency('DEPARTMENT', ['DEBTS']),
  DEMAND: { issuer: 'DEPARTMENT', to: 'UNIT', lists: ['DEBTS'], remedy: 'DEFENCE' },
  ALLOCATION_DECISION: { issuer: 'DEPARTMENT', to: 'UNIT', lists: ['DEFENCES', 'DEBTS'], remedy: 'REVIEW' },
  BANK_NOTICE: { issuer: 'DEPARTMENT', to: 'BANK', lists: [] },
  DEFERRAL_AGREEMENT: agency('UNIT', ['INSTALMENTS', 'DEBTS'], 'REVIEW'),
  BREACH_NOTICE: agency('UNIT', ['INSTALMENTS', 'DEBTS'], 'REVIEW'),
  COURT_DEMAND: agency('UNIT', ['DEBTS'], 'REVIEW'),
  COURT_APPLICATION: agency('COURT', ['ASSETS', 'DEBTS']),
  SEIZURE_LIST: { issuer: 'COURT', to: 'UNIT', lists: ['SEIZED', 'DEBTS'], remedy: 'OBJECTION' },
  OFFSET_STATEMENT: { issuer: 'COURT', to: 'UNIT', lists: ['SPREAD', 'DEBTS'], remedy: 'OBJECTION' },
  SUSPENSION_DECISION: agency('UNIT', ['DEBTS'], 'REVIEW'),
  TERMINATION_DECISION: agency('UNIT', ['DEBTS'], 'REVIEW'),
  FINE_NOTICE: { issuer: 'DEPARTMENT', to: 'UNIT', lists: [], remedy: 'HEARING' },
  FINE_DECISION: { issuer: 'DEPARTMENT', to: 'UNIT', lists: ['STATED'], remedy: 'REVIEW' },
  NO_FINE_DECISION: { issuer: 'DEPARTMENT', to: 'UNIT', lists: ['STATED'], remedy: 'REVIEW' },
}

export interface PaperToWord {
  kind: EnforcementPaper
  number: string
  caseNumber: string
  amount: number
  issuedOn: string
  content: PaperContent
  unit: { name: string; code: string }
  /** The agency in this language. */
  office: string
  /** As this reader may see it. */
  account: string
}

export interface PaperList {
  title: string
  headers: readonly string[]
  rightFrom: number
  rows: readonly (readonly string[])[]
  total?: readonly string[]
}

export interface PaperText {
  title: string
  subtitle: string
  /** Nothing where it is addressed to nobody. */
  to: string | null
  /** Whom it is served on. */
  recipient: string
  lines: readonly string[]
  lists: readonly PaperList[]
  remedy: string | null
}

/** Everything that a paper says in one language. */
export function paperText(paper: PaperToWord, { kinds, words }: EnforcementPaperWords): PaperText {
  const [{ title, lines }, layout] = [kinds[paper.kind], layouts[paper.kind]]
  const facts = factsOf(paper, words)
  const say = (text: string) => closed(text.replace(/\{(\w+)\}/g, (_all, name: string) => facts[name] || '—'))
  const { content, unit } = paper
  const recipient = {
    UNIT: unit.name,
    BANK: bankOf(content)?.name ?? '—',
    DEPARTMENT: content.addressee?.name ?? words.theDepartment,
    COURT: content.addressee?.name ?? words.court,
  }[layout.to]
  return {
    title,
    subtitle: say(words.subtitle),
    // An agreement is between its parties.
    to: paper.kind === 'DEFERRAL_AGREEMENT' ? null : words.to.replace('{to}', recipient),
    recipient,
    lines: [...(content.reissued ? [say(words.reissued)] : []), ...lines.map(say)],
    lists: layout.lists.map((list) => listOf[list](content, words)),
    remedy: layout.remedy ? say(words[layout.remedy]) : null,
  }
}

/** What people wrote ends in a stop of its own, or in none: one stands there, and none within brackets. */
const closed = (text: string) =>
  text
    .trim()
    .replace(/[。．.]+(?=[）)])/gu, '')
    .replace(/。[。．.]+/gu, '。')
    .replace(/(?<=[。；，、：]) +/gu, '')
    .replace(/ {2,}/gu, ' ')

const inCapitals = (amount: number) => amountInCapitals(fen(amount))

/** Names that the words use; what a paper has no use for is simply not asked. */
function factsOf({ content, ...paper }: PaperToWord, words: Words): Record<string, string | undefined> {
  const { due, debts, standing, fine } = content
  const { order, demand, decision, bankNotice, courtDemand, suspension, termination, finding, query } = standing
  const prepared = content.prepared
  const reply = query?.replies.findLast(({ bankId }) => bankId === standing.application?.bankId)
  const guarantee = standing.deferral?.guarantee
  const spread = standing.distribution
  const [decided, noticed] = [decision?.amount ?? paper.amount, bankNotice?.amount ?? paper.amount]
  const own = (ground: string | undefined) => (ground && ground in words ? words[ground as keyof typeof words] : ground)
  return {
    number: paper.number,
    caseNumber: paper.caseNumber,
    unit: paper.unit.name,
    code: paper.unit.code,
    office: paper.office,
    on: paper.issuedOn,
    from: debts.map(({ dueOn }) => dueOn).toSorted()[0],
    principal: printedYuan(due.principal),
    lateFee: printedYuan(due.lateFee),
    settled: printedYuan(due.settled),
    total: printedYuan(paper.amount),
    capitals: inCapitals(paper.amount),
    ground: own(finding?.ground),
    finding: finding?.text,
    orderOn: order?.on,
    orderServed: order?.service?.on,
    orderEnds: order?.endsOn,
    bank: bankOf(content)?.name,
    account: paper.account,
    balance: reply && printedYuan(reply.balance),
    asOf: reply?.asOf,
    reference: reply?.reference,
    facts: prepared && 'facts' in prepared ? prepared.facts : standing.application?.facts,
    other: standing.application?.other,
    demandOn: demand?.on,
    hiding: decision?.hidingAssets ? words.hiding : ' ',
    seizedOn: standing.seizure?.on,
    ruling: standing.court?.documentNo,
    ruledOn: standing.court?.ruledOn,
    reportNo: standing.auction?.reportNo,
    auctionOn: standing.auction?.on,
    proceeds: spread && printedYuan(spread.proceeds),
    costs: spread && printedYuan(spread.costs),
    offset: spread && printedYuan(spread.offset),
    surplus: spread && printedYuan(spread.surplus),
    rest: spread && printedYuan(Math.max(0, paper.amount - spread.offset)),
    reasons: fine?.reasons ?? decision?.reasons,
    fineNumber: fine?.number,
    arrears: fine && printedYuan(fine.arrears),
    noticeOn: fine?.noticeOn,
    heard: fine?.hearingOn ? words.heard.replace('{day}', fine.hearingOn) : ' ',
    hearingDays: fine && String(fine.hearingDays),
    finePayDays: fine && String(fine.payDays),
    decisionOn: decision?.on,
    decided: printedYuan(decided),
    decidedCapitals: inCapitals(decided),
    noticed: printedYuan(noticed),
    noticedCapitals: inCapitals(noticed),
    guarantee: guarantee?.object,
    guaranteeKind: guarantee && words[guarantee.kind],
    guaranteeValue: guarantee && printedYuan(guarantee.value),
    registrationNo: guarantee?.registrationNo,
    valuationNo: guarantee?.valuationNo,
    deferralOn: standing.deferral?.on,
    breachedOn: standing.deferral?.breachedOn,
    courtDemandServed: courtDemand?.service?.on,
    courtDemandEnds: courtDemand?.endsOn,
    suspension: own(suspension?.ground),
    termination: own(termination?.ground),
    documentNo: termination?.documentNo,
    explanation: (paper.kind === 'SUSPENSION_DECISION' ? suspension : termination)?.text,
    termDays: demand && String(demand.termDays),
    payDays: String(limits.payDays),
    reviewDays: String(limits.reviewDays),
    remedyMonths: String(limits.remedyMonths),
    deferralMonths: String(content.figures?.deferralMonths ?? releasedFigures.deferralMonths),
    suspensionMonths: String(limits.suspensionMonths),
    courtDemandDays: String(limits.courtDemandDays),
  }
}

type Words = EnforcementPaperWords['words']
const sum = (amounts: readonly number[]) => printedYuan(amounts.reduce((total, amount) => total + amount, 0))

const listOf: Record<Layout['lists'][number], (content: PaperContent, words: Words) => PaperList> = {
  DEBTS: ({ debts, due }, words) => ({
    title: words.debts,
    headers: [words.bill, words.period, words.dueOn, words.principal, words.lateFee, words.sum],
    rightFrom: 3,
    rows: debts.map(({ number, period, dueOn, principal, lateFee }) => [
      number,
      period,
      dueOn,
      printedYuan(principal),
      printedYuan(lateFee),
      printedYuan(principal + lateFee),
    ]),
    total: [words.sum, '', '', printedYuan(due.principal), printedYuan(due.lateFee), sum([due.principal, due.lateFee])],
  }),
  DEFENCES: ({ standing: { defences } }, words) => ({
    title: words.defences,
    headers: [words.defence, words.answer],
    rightFrom: 2,
    rows: defences.length === 0 ? [[words.noDefence, '—']] : defences.map((defence) => defenceRow(defence, words)),
  }),
  STATED: ({ fine }, words) => ({
    title: words.defences,
    headers: [words.defence, words.answer],
    rightFrom: 2,
    rows:
      !fine || fine.stated.length === 0
        ? [[words.nothingStated, '—']]
        : fine.stated.map(({ on, text, answer }) => [`${on} ${text}`, answer ?? '—']),
  }),
  INSTALMENTS: ({ standing: { deferral } }, words) => ({
    title: words.instalments,
    headers: [words.instalment, words.dueOn, words.amount],
    rightFrom: 2,
    rows: (deferral?.instalments ?? []).map(({ dueOn, amount }, at) => [String(at + 1), dueOn, printedYuan(amount)]),
    total: [words.sum, '', sum((deferral?.instalments ?? []).map(({ amount }) => amount))],
  }),
  ASSETS: ({ standing: { court } }, words) => ({
    title: words.assets,
    headers: [words.asset, words.place, words.value],
    rightFrom: 2,
    rows: (court?.assets ?? []).map(({ description, place, value }) => [description, place, printedYuan(value)]),
    total: [words.sum, '', sum((court?.assets ?? []).map(({ value }) => value))],
  }),
  SEIZED: ({ standing: { seizure } }, words) => ({
    title: words.seized,
    headers: [words.no, words.asset, words.value],
    rightFrom: 2,
    rows: (seizure?.items ?? []).map(({ description, value }, at) => [String(at + 1), description, printedYuan(value)]),
    total: [words.sum, '', sum((seizure?.items ?? []).map(({ value }) => value))],
  }),
  SPREAD: ({ standing: { distribution } }, words) => ({
    title: words.spread,
    headers: [words.item, words.amount],
    rightFrom: 1,
    rows: distribution
      ? [
          [words.costs, printedYuan(distribution.costs)],
          [words.offset, printedYuan(distribution.offset)],
          [words.surplus, printedYuan(distribution.surplus)],
        ]
      : [],
    total: [words.proceeds, printedYuan(distribution?.proceeds ?? 0)],
  }),
}

function defenceRow({ on, text, answer, upheld }: PaperContent['standing']['defences'][number], words: Words) {
  const said = answer === undefined ? '—' : (upheld ? words.upheld : words.rejected).replace('{answer}', answer)
  return [`${on} ${text}`, said]
}

import { RECONCILIATION_OUTCOMES } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { ReconciliationOutcome } from '@shebao/premium'

export const outcomes = RECONCILIATION_OUTCOMES
export type Outcome = ReconciliationOutcome

/** Money that the office's own books know; what was paid out is negative. */
export interface SystemRecord {
  id: string
  kind: 'PAYMENT' | 'REFUND'
  /** Our own key; the file's end-to-end id where the payment began here. */
  key: string
  /** The bank's reference, as it was reported. */
  reference: string | null
  amount: Fen
  day: string
  /** Null: a refund to somebody who is no employer's payer. */
  employerId: string | null
  /** OPEN: we have not heard how it ended. Set aside: the money is in suspense, because it was not what was asked or came again. */
  standing: 'POSTED' | 'OPEN' | 'SET_ASIDE_AMOUNT' | 'SET_ASIDE_DUPLICATE'
  /** Reported after its own day was closed: this open day has to account for it [PD]. */
  late: boolean
}

export interface FileEntry {
  id: string
  day: string
  position: number
  reference: string
  /** Counts the lines of one reference on the account; it and the reference are the same in a corrected file. */
  occurrence: number
  endToEndId: string | null
  amount: Fen
}

/** Everything that a day's comparison needs: the day's own, and what lies on other days but belongs to the day's. */
export interface DayFacts {
  day: string
  system: readonly SystemRecord[]
  bank: readonly FileEntry[]
  treasury: readonly FileEntry[]
  /** Whether the treasury's list of the day is there; without it two sides are compared. */
  treasuryListed: boolean
}

export interface ComparedItem {
  outcome: Outcome
  reference: string
  system: SystemRecord | null
  bank: FileEntry | null
  treasury: FileEntry | null
  /** Whose money a repeated line is. */
  owner: string | null
  /** The day on which the side that is missing here was found. */
  otherDay: string | null
  /** Whether the comparison itself settles it. */
  settled: boolean
}

/**
 * The three sides of a day by reference (domain specification, section 5): each of the day's payments and each line of its
 * files is in exactly one item, whatever the order they come in. A payment has one line in each file; what a file lists
 * again is DUPLICATE. A payment whose line stands in another day's file is settled there by itself.
 */
export function compareDay(facts: DayFacts): ComparedItem[] {
  const groups = groupByMoney(facts)
  const items = groups.flatMap((group) => compareGroup(group, facts))
  return withOwnReferences(items)
}

interface Group {
  record: SystemRecord | null
  bank: FileEntry[]
  treasury: FileEntry[]
}

function groupByMoney({ system, bank, treasury }: DayFacts): Group[] {
  const groups = new Map<string, Group>()
  const byKey = new Map<string, Group>()
  const byReference = new Map<string, Group>()
  for (const record of system.toSorted((a, b) => order(a.id, b.id))) {
    const group: Group = { record, bank: [], treasury: [] }
    groups.set(`system ${record.id}`, group)
    byKey.set(record.key, group)
    if (record.reference !== null) byReference.set(record.reference, group)
  }
  const groupOf = ({ reference, endToEndId }: FileEntry): Group => {
    const known = (endToEndId === null ? undefined : byKey.get(endToEndId)) ?? byReference.get(reference)
    if (known) return known
    const loose = groups.get(`file ${reference}`) ?? { record: null, bank: [], treasury: [] }
    groups.set(`file ${reference}`, loose)
    return loose
  }
  // The bank's lines first: they may name our key, by which a line of the treasury is then found too.
  for (const entry of bank.toSorted(byPlace)) {
    const group = groupOf(entry)
    group.bank.push(entry)
    if (group.record && !byReference.has(entry.reference)) byReference.set(entry.reference, group)
  }
  for (const entry of treasury.toSorted(byPlace)) groupOf(entry).treasury.push(entry)
  return [...groups.values()]
}

function compareGroup({ record, bank, treasury }: Group, facts: DayFacts): ComparedItem[] {
  const { day } = facts
  const [firstBank = null] = bank
  const [firstTreasury = null] = treasury
  const items: ComparedItem[] = []
  const usedToday = new Set<FileEntry>()
  const add = (item: Omit<ComparedItem, 'reference' | 'owner'>) => {
    if (item.bank) usedToday.add(item.bank)
    if (item.treasury) usedToday.add(item.treasury)
    const reference =
      item.bank?.reference ?? item.system?.reference ?? item.treasury?.reference ?? item.system?.key ?? ''
    items.push({ ...item, reference, owner: record?.employerId ?? null })
  }
  const today = (entry: FileEntry | null) => (entry?.day === day ? entry : null)

  if (today(firstBank)) {
    add(compareSides(record, firstBank, firstTreasury, facts))
  } else if (record && (record.day === day || record.late) && record.standing !== 'OPEN') {
    // A line of the closed day is what people have decided about already: the report says the same money again.
    const decided = record.late && firstBank?.day === record.day
    add({
      outcome: 'SYSTEM_ONLY',
      system: record,
      bank: null,
      treasury: today(firstTreasury),
      otherDay: firstBank?.day ?? (record.late ? record.day : null),
      settled: firstBank !== null && !decided,
    })
  } else if (today(firstTreasury)) {
    // The bank's line stands on another day: the treasury was earlier or later with the same money.
    const system = record?.standing === 'OPEN' ? null : record
    const same = firstBank !== null && firstBank.amount === firstTreasury?.amount
    add({
      outcome: firstBank === null ? 'BANK_ONLY' : same ? 'MATCHED' : 'AMOUNT_DIFF',
      system,
      bank: null,
      treasury: firstTreasury,
      otherDay: firstBank?.day ?? system?.day ?? null,
      settled: same,
    })
  }
  addRepeats(record, bank, treasury, usedToday, day, add)
  return items
}

/** The bank's line is of this day: held against the payment, if there is one, and the treasury's line. */
function compareSides(
  record: SystemRecord | null,
  bank: FileEntry | null,
  treasury: FileEntry | null,
  { day, treasuryListed }: DayFacts,
): Omit<ComparedItem, 'reference' | 'owner'> {
  const ofToday = treasury?.day === day ? treasury : null
  const late = treasury !== null && ofToday === null
  const sides = { system: record, bank, treasury: ofToday }
  const otherDay = record && record.day !== day ? record.day : late ? treasury.day : null
  if (record === null) return { outcome: 'BANK_ONLY', ...sides, otherDay, settled: false }
  if (record.standing === 'SET_ASIDE_DUPLICATE') return { outcome: 'DUPLICATE', ...sides, otherDay, settled: false }
  const agrees = record.amount === bank?.amount && record.standing !== 'SET_ASIDE_AMOUNT'
  const treasuryAgrees = treasury === null ? !treasuryListed : treasury.amount === bank?.amount
  if (agrees && treasuryAgrees && !late) return { outcome: 'MATCHED', ...sides, otherDay, settled: true }
  // What the treasury lists a day later was only on its way.
  return { outcome: 'AMOUNT_DIFF', ...sides, otherDay, settled: agrees && treasuryAgrees && late }
}

/** Lines of this day beyond the first of their money, the two files' lines beside each other. */
function addRepeats(
  record: SystemRecord | null,
  bank: readonly FileEntry[],
  treasury: readonly FileEntry[],
  used: ReadonlySet<FileEntry>,
  day: string,
  add: (item: Omit<ComparedItem, 'reference' | 'owner'>) => void,
): void {
  const again = (entries: readonly FileEntry[]) => entries.filter((entry) => entry.day === day && !used.has(entry))
  const [bankAgain, treasuryAgain] = [again(bank), again(treasury)]
  for (let index = 0; index < Math.max(bankAgain.length, treasuryAgain.length); index += 1)
    add({
      outcome: 'DUPLICATE',
      // The payment itself is in an item of its own; here it only says whose money this is.
      system: null,
      bank: bankAgain[index] ?? null,
      treasury: treasuryAgain[index] ?? null,
      otherDay: firstOtherDay(record, bank, day),
      settled: false,
    })
}

function firstOtherDay(record: SystemRecord | null, bank: readonly FileEntry[], day: string): string | null {
  const other = bank[0]?.day ?? record?.day ?? null
  return other === day ? null : other
}

/** An outcome and a reference name one item of a day. */
function withOwnReferences(items: readonly ComparedItem[]): ComparedItem[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const name = `${item.outcome} ${item.reference}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? item : { ...item, reference: `${item.reference} #${count}` }
  })
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byPlace = (a: FileEntry, b: FileEntry) =>
  order(a.day, b.day) || a.position - b.position || order(a.reference, b.reference) || order(a.id, b.id)

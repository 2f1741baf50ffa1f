import type { Platform } from '../../../platform/platform.ts'
import type { ComparedItem, FileEntry } from './compare-day.ts'
import { countOpenItems } from './overview.repository.ts'
import { listKeptItems, markCompared, refreshKeptItems, replaceItems } from './item.repository.ts'
import type { KeptItem } from './item.repository.ts'
import { lockDay } from './day.repository.ts'

type Suggested = ComparedItem & { suggestedEmployerId: string | null }

/** Puts the comparison in the place of the last one; what people have resolved stays. Returns how many items are open. */
export function storeItems(platform: Platform, day: string, compared: readonly Suggested[]): Promise<number> {
  return platform.database.transaction(async () => {
    if ((await lockDay(platform, day))?.status !== 'OPEN') return 0
    const { fresh, refreshed, dropped } = keepResolved(compared, await listKeptItems(platform, day))
    await replaceItems(platform, day, fresh, dropped)
    await refreshKeptItems(platform, refreshed)
    await markCompared(platform, day, platform.clock.now())
    return countOpenItems(platform, day)
  })
}

const keyOf = (entry: FileEntry | null) => (entry === null ? null : `${entry.reference}#${entry.occurrence}`)

/** A new comparison says nothing new about what a person has settled, unless the line that was missing has come. */
function keepResolved(compared: readonly Suggested[], kept: readonly KeptItem[]) {
  const byBank = new Map(kept.flatMap((item) => (item.bankKey === null ? [] : [[item.bankKey, item] as const])))
  const byTreasury = new Map(
    kept.flatMap((item) =>
      item.treasuryKey === null || item.bankKey !== null ? [] : [[item.treasuryKey, item] as const],
    ),
  )
  const byPayment = new Map(
    kept.flatMap((item) => (item.paymentId === null || item.bankKey !== null ? [] : [[item.paymentId, item] as const])),
  )
  const fresh: Suggested[] = []
  const refreshed: Parameters<typeof refreshKeptItems>[1][number][] = []
  const dropped: string[] = []
  for (const item of compared) {
    const waiting = byPayment.get(item.system?.id ?? '')
    if (waiting && item.bank) dropped.push(waiting.id)
    const known =
      byBank.get(keyOf(item.bank) ?? '') ??
      (item.bank ? undefined : (waiting ?? byTreasury.get(keyOf(item.treasury) ?? '')))
    if (known)
      refreshed.push({
        id: known.id,
        bankEntryId: item.bank?.id ?? null,
        treasuryEntryId: item.treasury?.id ?? null,
        treasuryAmount: item.treasury?.amount ?? null,
      })
    else fresh.push(item)
  }
  const taken = new Set(
    kept.filter(({ id }) => !dropped.includes(id)).map(({ outcome, reference }) => `${outcome} ${reference}`),
  )
  return {
    fresh: fresh.map((item) =>
      taken.has(`${item.outcome} ${item.reference}`) ? { ...item, reference: `${item.reference} (2)` } : item,
    ),
    refreshed,
    dropped,
  }
}

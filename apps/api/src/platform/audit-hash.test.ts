import fc from 'fast-check'
import { describe, it } from 'vitest'
import { breakWithin, formOfNow, genesis, isWhole, linkHash } from './audit-hash.ts'
import type { ChainPlace, LinkedEntry, StoredEntry } from './audit-hash.ts'

const text = fc.string({ maxLength: 6 })
const maybe = fc.option(text)
const columns = {
  seq: fc.bigInt({ min: 1n, max: 2n ** 62n }),
  at: fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') }),
  actor_kind: fc.constantFrom('STAFF', 'EMPLOYER', 'SYSTEM'),
  actor_id: fc.option(fc.uuid()),
  role: maybe,
  origin: text,
  action: text,
  record_type: text,
  record_id: text,
  reason: maybe,
  change: fc.json({ maxDepth: 2 }),
}
const entry: fc.Arbitrary<StoredEntry> = fc.record(columns)
const entries = fc.uniqueArray(entry, { minLength: 2, maxLength: 8, selector: ({ seq }) => seq })

function chainOf(all: readonly StoredEntry[]): LinkedEntry[] {
  let { hash } = genesis
  return all.map((one, index) => {
    hash = linkHash(hash, one, formOfNow)
    return { ...one, position: BigInt(index + 1), hash, form: formOfNow }
  })
}
const found = (links: readonly LinkedEntry[], head: ChainPlace) =>
  breakWithin(links, genesis) !== undefined || !isWhole(links.at(-1) ?? genesis, head)
/** A chain, where it ends, and one of its places. */
const chains = entries.chain((all) => {
  const links = chainOf(all)
  return fc.record({
    links: fc.constant(links),
    head: fc.constant(links.at(-1) ?? genesis),
    at: fc.nat({ max: links.length - 1 }),
  })
})

describe('any chain', () => {
  it('is whole as it was linked', () => {
    fc.assert(fc.property(chains, ({ links, head }) => !found(links, head)))
  })

  it.each(Object.entries({ ...columns, hash: fc.uint8Array({ minLength: 32, maxLength: 32 }), form: fc.constant(1) }))(
    'shows one other value of %s in any entry',
    (column, other: fc.Arbitrary<unknown>) => {
      fc.assert(
        fc.property(chains, other, ({ links, head, at }, value) => {
          const old = links[at]
          fc.pre(old !== undefined && String(value) !== String({ ...old }[column]))
          return found(links.with(at, Object.assign({ ...links[at] }, { [column]: value }) as LinkedEntry), head)
        }),
      )
    },
  )

  it('shows one entry less, wherever it stood and though the gap was closed', () => {
    fc.assert(
      fc.property(chains, fc.boolean(), ({ links, head, at }, closed) => {
        const less = links.toSpliced(at, 1)
        const moved = closed ? less.map((link, index) => ({ ...link, position: BigInt(index + 1) })) : less
        return found(moved, head)
      }),
    )
  })

  it('shows two entries that changed places', () => {
    fc.assert(
      fc.property(chains, fc.nat(), ({ links, head, at }, step) => {
        const other = (at + 1 + (step % (links.length - 1))) % links.length
        const [a, b] = [links[at], links[other]]
        if (!a || !b) throw new Error('no two entries')
        const put = (into: LinkedEntry, { position, hash }: LinkedEntry) => ({ ...into, position, hash })
        return found(links.with(at, put(b, a)).with(other, put(a, b)), head)
      }),
    )
  })

  it('shows an entry that was slipped in, also one made with the right hash', () => {
    fc.assert(
      fc.property(chains, entry, ({ links, head, at }, more) => {
        const before = links[at - 1] ?? genesis
        const slipped = {
          ...more,
          position: BigInt(at + 1),
          hash: linkHash(before.hash, more, formOfNow),
          form: formOfNow,
        }
        const later = links.slice(at).map((link) => ({ ...link, position: link.position + 1n }))
        return found([...links.slice(0, at), slipped, ...later], head)
      }),
    )
  })
})

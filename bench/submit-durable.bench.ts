import { storeRow } from '@shebao/api/src/features/filing/personnel/personnel-row-codec.ts'
import { signPersonnelList } from '@shebao/api/src/features/filing/personnel/sign-personnel-list.ts'
import { givenOffice, settleComparison } from '@shebao/api/src/testing/inspection-scenario.ts'
import { compare } from './bench.ts'
import type { Bench, Figure } from './bench.ts'
import { openCopy } from './copied-rows.ts'
import { bodyOfSubmission, openFiling, origin, submit, takeBack } from './filing.office.ts'
import { commitToDisk, openOffice } from './office.ts'
import type { BenchOffice } from './office.ts'

const sizes = { full: { lists: [10_000, 50_000], rounds: 5 }, small: { lists: [40], rounds: 1 } }

export default {
  name: 'submitting a list, on disk, against sealing, COPY and commit of the same rows',
  async run(size) {
    const { lists, rounds } = sizes[size]
    const figures: Figure[] = []
    for (const people of lists) {
      // oxlint-disable-next-line no-await-in-loop -- one office after the other
      const office = await openOffice()
      try {
        // oxlint-disable-next-line no-await-in-loop -- as above
        figures.push(await measure(office, people, rounds))
      } finally {
        // oxlint-disable-next-line no-await-in-loop -- as above
        await office.close()
      }
    }
    return figures
  },
} satisfies Bench

async function measure(office: BenchOffice, people: number, rounds: number): Promise<Figure> {
  const { platform, databaseKind } = office
  await givenOffice(platform)
  const filing = await openFiling(office, people)
  const { unit, declarationId } = filing
  await signPersonnelList(platform, unit.clerk, { declarationId, signed: true, origin })
  await settleComparison(platform, unit, declarationId)
  const copy = await openCopy(office, { table: 'personnel_record', version: 0, rows: people })
  await commitToDisk(platform)
  let body = ''
  const seconds = await compare(
    rounds,
    () => submit(filing, body),
    async () => {
      const sealed = unit.people.map((person) => storeRow(platform.vault, person))
      return sealed.length + (await copy.run())
    },
    async () => {
      await takeBack(filing)
      body = await bodyOfSubmission(filing)
      await copy.empty()
    },
  )
  await copy.close()
  return {
    name: `Submitting ${people.toLocaleString('en')} people, on disk`,
    unit: 'ms',
    value: seconds.ours * 1000,
    peer: { name: 'sealing, COPY and commit', value: seconds.peer * 1000 },
    ratio: seconds.ours / seconds.peer,
    aim: 2,
    better: 'lower',
    note: `${databaseKind}, commits wait for the disk on both sides; unsealing, every rule, freezing, hash and audit included`,
  }
}
